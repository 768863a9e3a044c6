"""Which articles are for development, not for training."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../common"))
from hashes import fnv32  # noqa: E402


def is_development(doc):
    """One article in ten, by the hash of its id before '#': IsDevelopment of tools/train/common/articles.h."""
    return fnv32(doc.split("#")[0].encode()) % 10 == 0
