#!/usr/bin/env python3
"""Fits the weights by which the compiler orders sentences (tools/compiler/rank.h).

  rank_fit.py FEATURES_H SETS DUMPS [--drop FEATURE]... > WEIGHTS

SETS: what rank_sets.py wrote; DUMPS: SET.train.jsonl and SET.dev.jsonl as rank_dump writes them. Deterministic.

Two steps. First, a softmax over the sentences of a text learns to point at those that an oracle takes which adds, one
after the other, the sentence that raises ROUGE-1 + ROUGE-2 most. Then whole summaries: for each text some that the
model of the first step finds likely are drawn and scored, and a softmax over them maximises the score to expect
(a summary's score is the sum over its sentences, novelty included). Prints scores of both halves to standard error.
"""
import argparse
import collections
import functools
import json
import re
import sys

import nltk.stem.porter
import numpy
import torch

# Sets, and how much each counts.
SETS = [
    ("cnn", 3.0), ("dailymail", 1.5), ("newts", 1.0), ("xsum", 3.0), ("wiki", 2.0), ("gum", 0.5), ("squality", 1.0),
]
DRAWS = 40

_stem = nltk.stem.porter.PorterStemmer().stem
_stems = {}


def grams(text):
    """Unigram and bigram counts of stems."""
    words = []
    for word in re.split(r"[^a-z0-9]+", text.lower()):
        if word:
            if word not in _stems:
                _stems[word] = _stem(word) if len(word) > 3 else word
            words.append(_stems[word])
    return collections.Counter(words), collections.Counter(zip(words, words[1:]))


def f1(a, b):
    same = sum(min(n, b[g]) for g, n in a.items() if g in b)
    return 2 * same / max(sum(a.values()) + sum(b.values()), 1)


class Text:
    """A text with all that choosing and scoring its sentences takes."""

    def __init__(self, name, dump, requests, references):
        self.name = name
        self.kind = numpy.array(dump["text"])
        sentences = dump["sentences"]
        self.features = numpy.array([s["features"] for s in sentences]).reshape(len(sentences), -1)
        self.fragment = numpy.array([s["fragment"] for s in sentences], dtype=bool)
        self.content = [(numpy.array(s["words"], dtype=int), numpy.array(s["weights"])) for s in sentences]
        self.words = 1 + max((max(s["words"], default=0) for s in sentences), default=0)
        self.sizes = [len(s["text"].encode()) for s in sentences]
        self.grams = [grams(s["text"]) for s in sentences]
        self.sentences = requests.get("sentences", 10**9)
        self.bytes = requests.get("bytes", 10**9)
        self.references = [grams(r) for r in references]

    def score(self, chosen):
        ones, twos = collections.Counter(), collections.Counter()
        for i in chosen:
            ones.update(self.grams[i][0])
            twos.update(self.grams[i][1])
        return (max(f1(ones, r[0]) for r in self.references), max(f1(twos, r[1]) for r in self.references))

    @functools.lru_cache(maxsize=None)
    def oracle(self):
        chosen, best, room = [], 0.0, self.bytes
        limit = max(self.sentences, 3) if self.sentences < 10**9 else 12
        while len(chosen) < limit:
            gains = [(sum(self.score(chosen + [i])), -i) for i in range(len(self.sizes))
                     if i not in chosen and not self.fragment[i] and self.sizes[i] <= room]
            if not gains or max(gains)[0] <= best:
                break
            best, i = max(gains)
            chosen.append(-i)
            room -= self.sizes[-i]
        return chosen

    def order(self, scores, novelty, noise=None):
        """The compiler's order (rank.cc) but for sentences that lean on others, as far as the budget goes; and how new
        each chosen sentence was."""
        total = [w.sum() for _, w in self.content]
        scores = numpy.where(self.fragment, scores - 1000, scores) + (0 if noise is None else noise)
        said = numpy.zeros(self.words, dtype=bool)
        fresh = numpy.array([1.0 if t > 0 else 0.0 for t in total])
        chosen, new, room = [], [], self.bytes
        gain = scores + novelty * fresh
        alive = numpy.ones(len(scores), dtype=bool)
        while len(chosen) < self.sentences and alive.any():
            i = int(numpy.argmax(numpy.where(alive, gain, -1e9)))
            alive[i] = False
            if self.sizes[i] > room:
                if room < 40:
                    break
                continue
            chosen.append(i)
            new.append(fresh[i])
            room -= self.sizes[i] + 1
            said[self.content[i][0]] = True
            for j in numpy.nonzero(alive)[0]:
                if total[j] > 0:
                    fresh[j] = self.content[j][1][~said[self.content[j][0]]].sum() / total[j]
            gain = scores + novelty * fresh
        return chosen, new


def load(sets, dumps, half):
    texts = []
    for name, _ in SETS:
        read = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
        requests, references = {}, {}
        for r in read(f"{sets}/{name}.{half}.requests.jsonl"):
            requests.setdefault(r["doc"], r)
        for r in read(f"{sets}/{name}.{half}.references.jsonl"):
            references.setdefault(r["doc"], r["references"])
        for dump in read(f"{dumps}/{name}.{half}.jsonl"):
            if dump["sentences"]:
                texts.append(Text(name, dump, requests[dump["id"]], references[dump["id"]]))
    return texts


class Model(torch.nn.Module):
    def __init__(self, features, kinds, keep):
        super().__init__()
        self.common = torch.nn.Parameter(torch.zeros(features, dtype=torch.float64))
        self.differ = torch.nn.Parameter(torch.zeros(features, dtype=torch.float64))
        self.kind = torch.nn.Parameter(torch.zeros(kinds, dtype=torch.float64))
        self.novelty = torch.nn.Parameter(torch.tensor(0.5, dtype=torch.float64))
        self.register_buffer("keep", keep)

    def forward(self, features, kind):
        """Scores of sentences, each with the features of its text."""
        share = torch.sigmoid(kind @ self.kind)
        weights = self.common + (2 * share - 1)[:, None] * self.differ
        return (features * weights * self.keep).sum(1)

    def of(self, text):
        kind = torch.tensor(text.kind).expand(len(text.features), -1)
        return self(torch.tensor(text.features), kind).detach().numpy()

    def penalty(self):
        return 0.002 * (self.common**2).sum() + 0.004 * (self.differ**2).sum()


def weigh(texts):
    counts = collections.Counter(t.name for t in texts)
    total = sum(w for n, w in SETS if counts[n])
    return [dict(SETS)[t.name] / total / counts[t.name] for t in texts]


class Batch:
    """All sentences of the texts, one after the other."""

    def __init__(self, texts):
        self.features = torch.tensor(numpy.concatenate([t.features for t in texts]))
        sizes = [len(t.features) for t in texts]
        self.starts = numpy.concatenate([[0], numpy.cumsum(sizes)])
        self.text = torch.tensor(numpy.repeat(numpy.arange(len(texts)), sizes))
        self.kind = torch.tensor(numpy.array([t.kind for t in texts]))[self.text]


def log_softmax(scores, group, groups):
    return scores - torch.log(torch.zeros(groups, dtype=torch.float64).index_add(0, group, torch.exp(scores)))[group]


def fit(model, loss_of, rounds, rate, what):
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=rate)
    for r in range(rounds):
        optimizer.zero_grad()
        loss = loss_of()
        loss.backward()
        optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] = rate * (1 - r / rounds)
        if r % 100 == 99:
            print(f"{what}, round {r + 1}: loss {loss.item():.4f}", file=sys.stderr, flush=True)


def start_kind(model, texts):
    """Starts the kinds from whether the oracle takes its sentences from the opening; left even, they stay even."""
    kinds = torch.tensor(numpy.array([t.kind for t in texts]))
    opening = torch.tensor([float(t.oracle()[:1] < [3]) for t in texts], dtype=torch.float64)
    weights = torch.tensor(weigh(texts))
    with torch.no_grad():
        model.differ[:3] = 0.3

    def loss():
        logits = kinds @ model.kind
        each = torch.nn.functional.binary_cross_entropy_with_logits(logits, opening, reduction="none")
        return (weights * each).sum() + 0.0005 * (model.kind**2).sum()

    fit(model, loss, 300, 0.1, "kind")


def point_at_oracle(model, texts, rounds=400):
    batch = Batch(texts)
    target = torch.zeros(len(batch.features), dtype=torch.float64)
    fragment = torch.tensor(numpy.concatenate([t.fragment for t in texts])) * -30.0
    for start, text, weight in zip(batch.starts, texts, weigh(texts)):
        oracle = text.oracle()
        for i in oracle:
            target[start + i] = weight / len(oracle)
    start_kind(model, texts)

    def loss():
        logs = log_softmax(model(batch.features, batch.kind) + fragment, batch.text, len(texts))
        return model.penalty() - (target * logs).sum()

    fit(model, loss, rounds, 0.05, "oracle")
    model.kind.requires_grad_(False)


def expect(model, texts, rounds=300, seed=1):
    rng = numpy.random.default_rng(seed)
    batch = Batch(texts)
    rows, columns, group, fresh, rewards = [], [], [], [], []
    for t, (start, text, weight) in enumerate(zip(batch.starts, texts, weigh(texts))):
        scores = model.of(text)
        summaries = {}
        for k in range(DRAWS):
            noise = None if k == 0 else rng.gumbel(size=len(scores)) * (0.5 if k % 2 else 1.0)
            chosen, new = text.order(scores, model.novelty.item(), noise)
            summaries[tuple(sorted(chosen))] = (chosen, new)
        for chosen, new in summaries.values():
            columns += [start + i for i in chosen]
            rows += [len(group)] * len(chosen)
            group.append(t)
            fresh.append(sum(new))
            rewards.append(100 * weight * sum(text.score(chosen)))
    rows, columns, group = torch.tensor(rows), torch.tensor(columns), torch.tensor(group)
    fresh, rewards = (torch.tensor(x, dtype=torch.float64) for x in (fresh, rewards))

    def loss():
        scores = model(batch.features, batch.kind)
        total = torch.zeros(len(group), dtype=torch.float64).index_add(0, rows, scores[columns]) + model.novelty * fresh
        return 20 * model.penalty() - (torch.exp(log_softmax(2 * total, group, len(texts))) * rewards).sum()

    fit(model, loss, rounds, 0.02, "expected score")


def report(model, texts, what):
    rows = collections.defaultdict(list)
    for text in texts:
        chosen, _ = text.order(model.of(text), model.novelty.item())
        share = torch.sigmoid(torch.tensor(text.kind) @ model.kind).item()
        lead, room = [], text.bytes
        for i in range(len(text.sizes)):
            if len(lead) < text.sentences and text.sizes[i] <= room:
                lead.append(i)
                room -= text.sizes[i] + 1
        rows[text.name].append((*text.score(chosen), *text.score(lead), share))
    for name, _ in SETS:
        if rows[name]:
            m = 100 * numpy.array(rows[name]).mean(axis=0)
            print(f"{what:10} {name:10} rank {m[0]:5.2f} {m[1]:5.2f}  lead {m[2]:5.2f} {m[3]:5.2f}  "
                  f"gain {m[0] - m[2]:+5.2f} {m[1] - m[3]:+5.2f}  kind {m[4] / 100:.2f}", file=sys.stderr)
    sys.stderr.flush()


def names(header, enum):
    body = re.search(enum + r" : int \{(.*?)\}", open(header, encoding="utf-8").read(), re.S).group(1)
    return re.findall(r"^\s*(k\w+),", body, re.M)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("header"), parser.add_argument("sets"), parser.add_argument("dumps")
    parser.add_argument("--drop", action="append", default=[])
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    features, kinds = names(arguments.header, "enum RankFeature"), names(arguments.header, "enum TextFeature")
    keep = torch.tensor([float(f not in arguments.drop) for f in features], dtype=torch.float64)
    train, dev = load(arguments.sets, arguments.dumps, "train"), load(arguments.sets, arguments.dumps, "dev")
    model = Model(len(features), len(kinds), keep)
    point_at_oracle(model, train)
    report(model, dev, "oracle/dev")
    expect(model, train)
    report(model, train, "train"), report(model, dev, "dev")
    print("// Written by tools/train/rank.sh.\n// clang-format off\nconst RankWeights kRankWeights = {{{")
    with torch.no_grad():
        rows = [(kinds, model.kind), (features, (model.common + model.differ) * model.keep),
                (features, (model.common - model.differ) * model.keep)]
        for k, (labels, weights) in enumerate(rows):
            if k:
                print("}}, {{")
            for label, weight in zip(labels, weights.tolist()):
                print(f"    {round(weight, 2) + 0.0:.2f},  // {label}")
        print(f"}}}}, {model.novelty.item():.2f}}};  // novelty\n// clang-format on")


if __name__ == "__main__":
    main()
