"""The hashes of the C++ code, for the trainers; tests/train/shapes_test.py holds them to what the C++ code gives."""
_MASK32, _MASK64 = (1 << 32) - 1, (1 << 64) - 1


def fnv32(data):
    """FNV-1a (Fowler, Noll and Vo): engine/format/fnv.h."""
    h = 0x811C9DC5
    for byte in data:
        h = ((h ^ byte) * 0x01000193) & _MASK32
    return h


def hash_word(data):
    """HashWord of engine/language/language.h."""
    h = fnv32(data)
    h = ((h ^ (h >> 16)) * 0x85EBCA6B) & _MASK32
    h = ((h ^ (h >> 13)) * 0xC2B2AE35) & _MASK32
    return (h ^ (h >> 16)) or 1


def hash_bytes(data):
    """HashBytes of tools/compiler/models/word_view.h."""
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & _MASK64
    h ^= h >> 32
    h = (h * 0xFF51AFD7ED558CCD) & _MASK64
    return h ^ (h >> 29)


def mix(a, b):
    """Mix of tools/compiler/models/perceptron.h."""
    a = ((a ^ ((b + 0x9E3779B97F4A7C15) & _MASK64)) * 0xFF51AFD7ED558CCD) & _MASK64
    return a ^ (a >> 32)
