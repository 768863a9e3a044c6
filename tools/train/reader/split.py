"""Which articles are for development, not for training."""


def is_development(doc):
    """One article in ten, by FNV-1a of its id before '#': as tools/train/answers/answers_main.cc."""
    h = 2166136261
    for c in doc.split("#")[0].encode():
        h = ((h ^ c) * 16777619) & 0xFFFFFFFF
    return h % 10 == 0
