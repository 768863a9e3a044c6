#!/usr/bin/python3
"""Computes the reader's scores in NumPy, from the weights as exported, and compares them with the engine's.

  forward_pass.py READER_DUMP INDEX.pith QUESTIONS.jsonl     BUILD names the build, for shapes.json

In: the sections RNET, REMB, RVEC of the index's language block and its VECS, and what reader_dump prints. Out: nothing
where every span's score and that of "no answer" are the engine's to the integer; else the questions that differ.

Written after docs/format.md and tools/train/reader/network.py, not after the engine's loops: each layer is applied to
all rows at once. The arithmetic is that of the file: activations of 16 bits in units of 1/512, sums without loss.
"""
import json
import math
import os
import struct
import subprocess
import sys

import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools/train/common"))
from shapes import READER  # noqa: E402

# The units that docs/format.md gives, said here again so that the engine cannot change them unseen.
ONE_BITS, FACTOR_BITS, TAP_BITS = 9, 24, 12
ONE = 1 << ONE_BITS
VECTOR, SPAN, PAIR, ALIGN = READER["vector"], READER["span"], READER["pair"], READER["align"]
UNITS = 15  # bits of a probability
CELLS_A_UNIT = 32  # of the tables of exp and sigmoid, each value the function's in the middle of its cell
EXP = np.array([round(math.exp(-(i + 0.5) / CELLS_A_UNIT) * 2**UNITS) for i in range(11 * CELLS_A_UNIT)] + [0])
SIGMOID = np.array([round(2**UNITS / (1 + math.exp(-(i + 0.5) / CELLS_A_UNIT))) for i in range(8 * CELLS_A_UNIT)])
CELL = ONE // CELLS_A_UNIT


def sections(container):
    """The sections of an index or a language block: both have the same table behind headers of their own."""
    found, header = {}, 64 if container[4:8] == b"LANG" else 32
    for i in range(struct.unpack_from("<I", container, 12)[0]):
        name, _, offset, size = struct.unpack_from("<4sIQQ", container, header + 32 * i)
        found[name.decode()] = container[offset : offset + size]
    return found


def narrow(x):
    return np.clip(x, -32767, 32767)


def toward_zero(a, b):
    """a / b, cut to an integer as C++ does."""
    return np.sign(a) * (np.abs(a) // b)


def product(a, b):
    return (a * b) >> ONE_BITS


def exp_of_minus(x):
    return EXP[np.minimum(x // CELL, len(EXP) - 1)]


def sigmoid(x):
    half = SIGMOID[np.minimum(np.abs(x) // CELL, len(SIGMOID) - 1)]
    return np.where(x < 0, 2**UNITS - half, half)


def share(byte):
    """A byte as a share: 255 is one."""
    return (byte * 514 + 128) >> 8


class Layer:
    """A matrix, and before it, where there are several taps, a convolution of each input by itself."""

    def __init__(self, section, at):
        self.inputs, self.outputs, self.taps, self.dilation = struct.unpack_from("<IIBB", section, at)
        at += 12

        def take(dtype, count):
            nonlocal at
            numbers = np.frombuffer(section, dtype, count, at)
            at += numbers.nbytes
            return numbers.astype(np.int64)

        self.factor, self.bias = take("<i4", self.outputs), take("<i4", self.outputs)
        self.own = take("<i2", self.taps * self.inputs).reshape(-1, self.inputs) if self.taps > 1 else None
        self.weight = take("i1", self.inputs * self.outputs).reshape(self.outputs, self.inputs)
        self.end = at + -at % 4

    def __call__(self, rows, extra=0):
        if self.own is not None:
            rows = self.around(rows)
        # Sums stay below 2^31, so that the products of fractions are exact, and fast.
        sums = (rows.astype(np.float64) @ self.weight.T.astype(np.float64)).astype(np.int64)
        return narrow(((sums * self.factor + (1 << (FACTOR_BITS - 1))) >> FACTOR_BITS) + self.bias + extra)

    def around(self, rows):
        reach = self.taps // 2 * self.dilation
        padded = np.pad(rows, ((reach, reach), (0, 0)))
        total = np.zeros_like(rows)
        for tap in range(self.taps):
            shifted = padded[tap * self.dilation : tap * self.dilation + len(rows)]
            total += (shifted * self.own[tap] + (1 << (TAP_BITS - 1))) >> TAP_BITS
        return narrow(total)


def read_table(section, at):
    rows, columns, shift = struct.unpack_from("<III", section, at)
    values = np.frombuffer(section, "i1", rows * columns, at + 12).reshape(rows, columns).astype(np.int64) << shift
    at += 12 + rows * columns
    return values, at + -at % 4


class Vectors:
    """Words' vectors: two numbers of the book for each code."""

    def __init__(self, common, own):
        codes = VECTOR // 2
        book_bytes = codes * 256 * 2
        self.book = np.frombuffer(common, "i1", book_bytes, 8).reshape(codes, 256, 2).astype(np.int64)
        self.common, self.own = self.table(common, 8 + book_bytes), self.table(own, 8) if own else {}

    @staticmethod
    def table(section, at):
        words = struct.unpack_from("<I", section)[0]
        hashes = np.frombuffer(section, "<u4", words, at)
        codes = np.frombuffer(section, "u1", words * VECTOR // 2, at + 4 * words).reshape(words, VECTOR // 2)
        return dict(zip(hashes.tolist(), codes))

    def of(self, word, with_own):
        """Its vector, in the units of activations, and whether there is one."""
        codes = self.common.get(word)
        if codes is None and with_own:
            codes = self.own.get(word)
        if codes is None:
            return np.zeros(VECTOR, np.int64), False
        return self.book[np.arange(VECTOR // 2), codes].reshape(VECTOR) * (ONE // 256), True


class Reader:
    def __init__(self, index):
        outer = sections(index)
        block = sections(outer["LANG"])
        net = block["RNET"]
        version, self.channels, self.depth = struct.unpack_from("<III", net)
        assert version == READER["version"]
        *self.mix, self.again_none = struct.unpack_from("<6i", net, 12)
        at, self.layer, self.deep = 36, {}, []
        for name in READER["layers"]:
            self.layer[name] = Layer(net, at)
            at = self.layer[name].end
        for _ in range(self.depth):
            gated = Layer(net, at)
            question = Layer(net, gated.end)
            self.deep.append((gated, question))
            at = question.end
        assert at == len(net), "layers are missing in shapes.json, or too many"
        self.tables, at = [], 0
        for _ in READER["tables"]:
            table, at = read_table(block["REMB"], at)
            self.tables.append(table)
        self.kinds, at = read_table(block["REMB"], at)
        assert at == len(block["REMB"]), "tables are missing in shapes.json, or too many"
        self.vectors = Vectors(block["RVEC"], outer.get("VECS", b""))

    def inputs(self, token, with_own):
        word, *numbers = token["numbers"]
        vector, known = self.vectors.of(word, with_own)
        columns = [table[number] for table, number in zip(self.tables, numbers)]
        return np.concatenate([vector, *columns, [0 if known else ONE]])

    def read(self, given):
        """The scores of spans, a row for each first token, and that of "no answer"."""
        sight = Sight(self, given)
        u, question = self.read_question(sight)
        h = self.read_context(sight, u, question)
        edges = self.edges(h, question)
        return self.spans(given, h, question, edges), self.no_answer(sight, h, question, edges)

    def gated(self, layer, h, extra=0):
        y = layer(h, extra)
        values, gates = y[:, : self.channels], y[:, self.channels :]
        return narrow(h + ((values * sigmoid(gates)) >> UNITS))

    def read_question(self, sight):
        u = self.layer["question_in"](sight.words)
        for name in ("question_first", "question_second"):
            u = self.gated(self.layer[name], u)
        logits = self.layer["question_pool"](u)[:, 0]
        weights = exp_of_minus(logits.max() - logits)
        pooled = toward_zero((weights[:, None] * u).sum(0), weights.sum())
        return u, narrow(pooled + self.kinds[sight.given["kind"]])

    def attend(self, logits, none, values):
        """The question's words' values in the shares of a softmax over them and "none of them", for each token."""
        top = np.maximum(logits.max(1), none)[:, None]
        weights = exp_of_minus(top - logits) >> 3
        total = weights.sum(1, keepdims=True) + (exp_of_minus(top - none) >> 3)
        return narrow(((weights @ toward_zero(values, 2)) * ((1 << 31) // total)) >> 30)

    def read_context(self, sight, u, question):
        aligned = self.attend(sight.attention, self.mix[4], self.layer["align"](u))
        rows = np.concatenate([sight.tokens, sight.features, aligned], 1)
        h = self.layer["context_in"](rows, self.layer["context_question"](question))
        for i, (layer, of_question) in enumerate(self.deep):
            h = self.gated(layer, h, of_question(question))
            if i + 1 == self.depth // 2:
                h = self.look_again(sight, u, h)
        return h

    def look_again(self, sight, u, h):
        again = narrow((self.layer["again_key"](h) @ self.layer["again_query"](u).T) >> ONE_BITS)
        logits = narrow(again + toward_zero(sight.attention, 4))
        seen = self.attend(logits, self.again_none, self.layer["again_value"](u))
        h = narrow(h + self.layer["again_out"](seen))
        hidden = np.maximum(self.layer["pool"](h.max(0)), 0)
        return narrow(h + self.layer["pool_out"](hidden))

    def edges(self, h, question):
        """Two columns: how well an answer begins and ends with each token."""
        by_question = self.layer["edge_question"](question).reshape(2, -1)
        return self.layer["edge"](h) + narrow((h @ by_question.T) >> ONE_BITS)

    def spans(self, given, h, question, edges):
        pairs = self.layer["pair"](h)
        by_length, by_kind = self.layer["length"](question), self.layer["candidate"](question)
        rows = []
        for sentence in given["sentences"]:
            begin, count = sentence["first"], sentence["count"]
            bonus = np.zeros((count, SPAN), np.int64)
            for first, last, kind in sentence["candidates"]:
                if first < last <= count and last - first <= SPAN:
                    bonus[first, last - first - 1] += by_kind[kind]
            for first in range(count):
                lengths = np.arange(min(SPAN, count - first))
                ends = begin + first + lengths
                pair = narrow((pairs[ends, PAIR:] @ pairs[begin + first, :PAIR]) >> ONE_BITS)
                edge = edges[begin + first, 0] + edges[ends, 1]
                rows.append(edge + by_length[lengths] + pair + bonus[first, lengths])
        return rows

    def no_answer(self, sight, h, question, edges):
        weights = exp_of_minus(edges.max(0) - edges)
        there = [toward_zero((weights[:, i, None] * h).sum(0), weights[:, i].sum()) for i in range(2)]
        inputs = np.concatenate([h.max(0), *there, question, sight.lacking()])
        return int(self.layer["none_out"](np.maximum(self.layer["none_in"](inputs), 0))[0])


class Sight:
    """What the network is given: of each word and token by itself, and of how they agree. Rows are tokens, columns the
    question's words."""

    def __init__(self, reader, given):
        self.given = given
        tokens, words, sentences = given["tokens"], given["words"], given["sentences"]
        said = {token["numbers"][0] for token in tokens}
        self.words = np.array([reader.inputs(word, word["numbers"][0] in said) for word in words])
        self.tokens = np.array([reader.inputs(token, True) for token in tokens])
        self.idf = share(np.array([word["idf"] for word in words]))
        self.content = np.array([word["content"] for word in words])
        self.weight = max(int(self.weighed(ONE).sum()), 1)
        self.match = share(np.array(given["match"]))
        like = reader.layer["similar"](self.words[:, :VECTOR])
        self.similar = narrow((self.tokens[:, :VECTOR] @ like.T) >> ONE_BITS)
        hashes = [np.array([x["numbers"][0] for x in side]) for side in (tokens, words)]
        exact = np.where(hashes[0][:, None] == hashes[1], ONE, 0)
        rare = product(self.match, self.idf)
        mix = reader.mix
        self.attention = narrow(product(mix[0], self.similar) + product(mix[1], exact) + product(mix[2], self.match)
                                + product(mix[3], rare))
        self.best = np.array([self.match[s["first"] : s["first"] + s["count"]].max(0) for s in sentences])
        self.cover = self.weighed(self.best).sum(1) * ONE // self.weight
        often = np.maximum(self.match.sum(0), ONE)
        of_content = [np.where(self.content, x, 0).max(1) for x in
                      (exact, np.maximum(self.similar, 0), np.maximum(product(self.similar, self.idf), 0))]
        best_score = max(max((s["score"] for s in sentences if s["rank"] == 0), default=1), 1)
        of_sentence = np.array([(cover, min(s["score"] * ONE // best_score, ONE), ONE if s["rank"] == 0 else 0,
                                 ONE // (1 + s["rank"])) for s, cover in zip(sentences, self.cover)])
        place = np.repeat(np.arange(len(sentences)), [s["count"] for s in sentences])
        first = np.array([token["first"] * ONE for token in tokens])
        alone = (rare * ONE // often).sum(1)
        self.features = narrow(np.stack([of_content[0], self.match.max(1), rare.max(1), exact.max(1), of_content[1],
                                         of_content[2], alone, *of_sentence[place].T, first], 1))

    def weighed(self, shares):
        """Shares of the question's content words, each by its weight."""
        return product(shares, np.where(self.content, self.idf, 0))

    def lacking(self):
        """What of the question the sentences and the article lack."""
        missing = self.weighed(ONE - self.best.max(0)).sum()
        absent = self.weighed(ONE - share(np.array(self.given["match_in_article"]))).sum()
        apart = self.weighed(ONE - narrow(np.maximum(np.maximum(self.similar, self.match).max(0), 0)))
        parts = toward_zero(np.array([missing, absent, apart.sum()]) * ONE, self.weight)
        return narrow(np.array([parts[0], parts[1], ONE - self.cover.max(), self.weight // 4, parts[2],
                                max(int(apart.max()), 0)]))


def differences(reader, asked):
    """What the engine says otherwise of a question, in words."""
    spans, none = reader.read(asked["given"])
    for token, (ours, its) in enumerate(zip(spans, asked["spans"])):
        if ours.tolist() != its:
            yield "spans from token %d: NumPy %s, engine %s" % (token, ours.tolist(), its)
    if len(spans) != len(asked["spans"]):
        yield "NumPy has spans of %d tokens, the engine of %d" % (len(spans), len(asked["spans"]))
    if none != asked["none"]:
        yield "no answer: NumPy %d, engine %d" % (none, asked["none"])
    begins = {s["sentence"]: s["first"] for s in asked["given"]["sentences"]}
    for answer in asked["answers"]:
        score = spans[begins[answer["sentence"]] + answer["first"]][answer["last"] - answer["first"] - 1]
        if score != answer["score"]:
            yield "an answer: NumPy %d, engine %d" % (score, answer["score"])


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, index, questions = sys.argv[1:]
    with open(index, "rb") as file:
        reader = Reader(file.read())
    dump = subprocess.run([program, index, questions], stdout=subprocess.PIPE, check=True).stdout
    asked = [json.loads(line) for line in dump.splitlines()]
    wrong = 0
    for one in asked:
        found = list(differences(reader, one))
        wrong += bool(found)
        for what in found[:3]:
            print("%s\n  %s" % (one["question"], what))
    if wrong or not asked:
        sys.exit("%d of %d questions differ" % (wrong, len(asked)))


if __name__ == "__main__":
    main()
