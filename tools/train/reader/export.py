#!/usr/bin/python3
"""Writes a trained reader as the engine reads it (engine/network/network.h, engine/reader/reader.h,
engine/language/word_vectors.h).

  export.py MODEL.pt VECTORS.json CACHE NETWORK TABLES WORDS [--words N]

NETWORK and TABLES are the sections RNET and REMB of a language block, WORDS the vectors of the N commonest words of
VECTORS.json (and of all that training saw often, by train.py's CACHE). Words' vectors do not depend on the profile, so
one file serves all.
"""
import argparse
import json
import os
import struct
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data  # noqa: E402
from hashes import hash_word  # noqa: E402
from network import SIZES, VECTOR, PAIR, ALIGN, DILATIONS, READER  # noqa: E402

ONE = 1 << READER["activation_bits"]  # an activation of 1.0
FACTOR = 1 << READER["factor_bits"]
TAP = 1 << READER["tap_bits"]


def clip16(x):
    return int(max(-32767, min(32767, round(float(x)))))


def pad(b):
    return b + b"\0" * (-len(b) % 4)


def layer(weight, bias, dilation=1, own=None):
    """weight: out, in; own: in, taps, of a separable convolution."""
    w = weight.detach().numpy().astype(np.float64)
    w = w.reshape(w.shape[0], w.shape[1])
    out, inp = w.shape
    step = np.maximum(np.abs(w).max(1), 1e-9) / 127
    q = np.rint(w / step[:, None]).astype(np.int8)
    b = np.zeros(out) if bias is None else bias.detach().numpy()
    blob = struct.pack("<IIBBH", inp, out, 1 if own is None else own.shape[1], dilation, 0)
    blob += np.rint(step * FACTOR).astype("<i4").tobytes() + np.rint(b * ONE).astype("<i4").tobytes()
    if own is not None:
        blob += np.array([clip16(x * TAP) for x in own.T.flatten()], "<i2").tobytes()
    return pad(blob + q.tobytes())


def table_shift(weight):
    """Of how many 512ths, as a power of two, a step of a table is."""
    shift = 0
    while np.abs(weight).max() * ONE / (1 << shift) > 127 and shift < 8:
        shift += 1
    return shift


def table(weight):
    w = weight.detach().numpy() * ONE
    shift = table_shift(weight.detach().numpy())
    q = np.clip(np.rint(w / (1 << shift)), -127, 127).astype(np.int8)
    return pad(struct.pack("<III", w.shape[0], w.shape[1], shift) + q.tobytes())


def network(m, depth):
    def lin(name, factor=None):
        w, b = m[name + ".weight"].clone(), m.get(name + ".bias")
        b = b.clone() if b is not None else None
        if factor is not None:
            w = (w.transpose(0, -1) * factor).transpose(0, -1)
            b = b * factor if b is not None else None
        return layer(w, b)

    def gated(prefix, dilation):
        return layer(m[prefix + ".conv.weight"], m[prefix + ".conv.bias"], dilation, m[prefix + ".own"])

    channels = m["question_in.weight"].shape[0]
    quarter = torch.ones(2 * PAIR)
    quarter[:PAIR] = 0.25
    special = {
        "question_first": gated("question_layers.0", 1),
        "question_second": gated("question_layers.1", 1),
        "again_key": lin("again_key", torch.full((ALIGN,), ALIGN**-0.5)),
        "edge_question": lin("edge_question", torch.full((2 * channels,), channels**-0.5)),
        "pair": lin("pair", quarter),
    }
    out = struct.pack("<III", READER["version"], channels, depth)
    out += struct.pack("<6i", *[clip16(x * ONE) for x in list(m["mix"]) + [m["again_none"]]])
    for name in READER["layers"]:
        out += special.get(name) or lin(name)
    for i in range(depth):
        out += gated("layers.%d" % i, DILATIONS[i]) + lin("layers.%d.question" % i)
    return out


def tables(m):
    return b"".join(table(m["tables.%s.weight" % k]) for k in SIZES) + table(m["kind.weight"])


def kmeans(x, k, rounds=12, seed=1):
    rng = np.random.RandomState(seed)
    centers = x[rng.permutation(len(x))[:k]].copy()
    for _ in range(rounds):
        nearest = ((x**2).sum(1)[:, None] - 2 * x @ centers.T + (centers**2).sum(1)[None]).argmin(1)
        for c in range(k):
            mine = x[nearest == c]
            if len(mine):
                centers[c] = mine.mean(0)
    return centers


def quantize(vectors):
    """Product quantization, two numbers a code: the book and each vector's codes. Scale: 1.0 is 256."""
    book = np.zeros((VECTOR // 2, 256, 2), np.int8)
    codes = np.zeros((len(vectors), VECTOR // 2), np.uint8)
    rng = np.random.RandomState(7)
    sample = vectors[rng.permutation(len(vectors))[:12000]]
    for i in range(VECTOR // 2):
        centers = kmeans(sample[:, 2 * i : 2 * i + 2], 256, seed=i)
        book[i] = np.clip(np.rint(centers * 256), -127, 127)
        c = book[i].astype(np.float32) / 256
        for a in range(0, len(vectors), 50000):
            x = vectors[a : a + 50000, 2 * i : 2 * i + 2]
            codes[a : a + 50000, i] = ((c**2).sum(1)[None] - 2 * x @ c.T).argmin(1)
    return book, codes


def hash_words(words):
    """Of folded words; GloVe's words are lower-cased, so those that fold to themselves."""
    return np.array([hash_word(w.encode()) for w in words], np.uint32)


def word_vectors(m, vectors_path, cache, count):
    sets, vocabulary = torch.load(cache)
    often = {int(vocabulary.hashes[i - 1]): int(vocabulary.often[i]) for i in np.where(vocabulary.often > 0)[0]}
    glove = json.load(open(vectors_path, encoding="utf-8"))
    words = [w for i, w in enumerate(glove["words"]) if i < count]
    raw = np.array([glove["vectors"][w][:100] for w in words], np.float32)
    raw /= np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-6)
    hashes = hash_words(words)
    e = raw @ m["project.weight"].numpy().T
    frequent = m["frequent.weight"].numpy()
    for i, h in enumerate(hashes):
        if int(h) in often:
            e[i] += frequent[often[int(h)]]
    e /= np.maximum(np.linalg.norm(e, axis=1, keepdims=True), 1e-4)
    order = np.argsort(hashes, kind="stable")
    keep = [i for n, i in enumerate(order) if n == 0 or hashes[i] != hashes[order[n - 1]]]
    book, codes = quantize(e[keep])
    exact = (book[np.arange(VECTOR // 2)[None], codes].reshape(len(keep), VECTOR) / 256.0 - e[keep]) ** 2
    print("words", len(keep), "mean squared error of a vector %.5f" % exact.sum(1).mean(), file=sys.stderr)
    return struct.pack("<II", len(keep), 0) + book.tobytes() + hashes[keep].astype("<u4").tobytes() + codes.tobytes()


def main():
    parser = argparse.ArgumentParser()
    for name in ("model", "vectors", "cache", "network", "tables", "words_file"):
        parser.add_argument(name)
    parser.add_argument("--words", type=int, default=200000)
    args = parser.parse_args()
    m = torch.load(args.model)
    depth = sum(1 for k in m if k.startswith("layers.") and k.endswith(".own"))
    for path, blob in ((args.network, network(m, depth)), (args.tables, tables(m)),
                       (args.words_file, word_vectors(m, args.vectors, args.cache, args.words))):
        with open(path, "wb") as f:
            f.write(blob)
        print(path, len(blob), file=sys.stderr)


if __name__ == "__main__":
    main()
