"""Which articles are for development, not for training."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../common"))
from hashes import fnv32  # noqa: E402

# The sets of visitors' questions (shared/data/visitor, own/) by what is hard about them; all others are worded naturally.
# Hardly a word of the question is the text's; texts full of what did not happen, or has not yet.
HARD_SETS = ("his", "man", "mus", "new", "vis", "ogu", "ohi", "ohx", "olb", "oma", "omb", "qgu", "qhi", "qma", "qmb")
REALITY_SETS = ("vog", "ore", "orf", "qra")


def is_development(doc):
    """One article in ten, by the hash of its id before '#': IsDevelopment of tools/train/common/articles.h."""
    return fnv32(doc.split("#")[0].encode()) % 10 == 0


def is_visitor_development(doc):
    """Of the texts with visitors' questions ("his-07", and "ohx-07" of own/): two hard sets, two natural ones, and every
    third text of two about negation and reality, from the first on. A set is kept as a whole where it can be, because one
    writer's texts and questions resemble one another."""
    name, number = doc.split("-")[:2]
    return name in ("his", "ohx", "vod", "onx") or name in ("vog", "orf") and int(number) % 3 == 1


def is_visitor_judged(doc):
    """Of the other texts, those that the order of answers and doubt are learned from (answers/join.sh), to which the
    reader is as new as to what it will be asked: every third, of own/ every fifth, from each set's last on, and three of
    its sets."""
    name, number = doc.split("-")[:2]
    every = 1 if name in ("qgu", "qhi", "qmb") else 5 if name[0] in "oq" else 3
    return not is_visitor_development(doc) and int(number) % every == 0
