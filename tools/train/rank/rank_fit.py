#!/usr/bin/env python3
"""Fits the weights by which the compiler orders sentences (tools/compiler/rank/rank.h).

  rank_fit.py SETS DUMPS [--json FILE] [--ablation] > rank_weights.inc

SETS: what rank_sets.py wrote; DUMPS: SET.train.jsonl and SET.dev.jsonl as rank_dump writes them. Deterministic.

Three steps. What tells the kind of a text learns whether its opening or its most connected sentences (kRankDegree) score
better, the more of the difference there is. Then a softmax over the sentences of a text learns to point at those that
an oracle takes which adds, one after the other, the sentence that raises ROUGE-1 + ROUGE-2 most. Then whole summaries:
for each text some that the model of the second step finds likely are drawn and scored, and a softmax over them
maximizes the score to expect (a summary's score is the sum over its sentences, novelty included).

Prints the scores of both halves to standard error; --json writes the weights for rank_query.py too. With --ablation
instead prints a table of what is lost without each group of features, each half scored by the weights that the other
gives.
"""
import argparse
import collections
import functools
import json
import os
import re
import sys

import nltk.stem.porter
import numpy
import torch

from rank_sets import lines

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../common"))
from shapes import RANK  # noqa: E402

# Sets, and how much each counts.
SETS = [
    ("cnn", 3.0), ("dailymail", 1.5), ("newts", 1.0), ("xsum", 3.0), ("wiki", 2.0), ("gum", 0.5), ("squality", 1.0),
]
DRAWS = 40
DIFFER = RANK["by_kind"]  # of the features, the first

# What is left out together to see what it is worth. "kind": one kind of text for all.
GROUPS = {
    "position": ["Early", "Lead", "First", "Place"],
    "words shared with all others": ["Degree"],
    "likeness to the whole, to what follows and precedes": ["Coverage", "Forward", "Backward"],
    "the article's own words": ["Topic", "Mean"],
    "said before": ["Known"],
    "title": ["Title"],
    "entities, quantities": ["Entities", "Numbers"],
    "length": ["Length", "Long"],
    "quotation": ["Quoted", "OpensQuote"],
    "pronouns, connectives": ["Pronoun", "Pronouns", "Connective"],
    "definition, passive, negation": ["Definition", "Passive", "Negation"],
    "novelty": ["novelty"],
    "kind of text": ["kind"],
}

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

    def lead(self):
        chosen, room = [], self.bytes
        for i, size in enumerate(self.sizes):
            if not self.fragment[i] and len(chosen) < self.sentences and size <= room:
                chosen.append(i)
                room -= size + 1
        return chosen

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
        requests, references = {}, {}
        for r in lines(f"{sets}/{name}.{half}.requests.jsonl"):
            requests.setdefault(r["doc"], r)
        for r in lines(f"{sets}/{name}.{half}.references.jsonl"):
            references.setdefault(r["doc"], r["references"])
        for dump in lines(f"{dumps}/{name}.{half}.jsonl"):
            if dump["sentences"]:
                texts.append(Text(name, dump, requests[dump["id"]], references[dump["id"]]))
    return texts


class Model(torch.nn.Module):
    """The scores of rank.cc but for the features in `dropped`."""

    def __init__(self, features, kinds, differ, dropped=()):
        super().__init__()
        zeros = lambda n: torch.nn.Parameter(torch.zeros(n, dtype=torch.float64))
        self.common, self.differ, self.kind = zeros(len(features)), zeros(differ), zeros(kinds)
        self.novelty = torch.nn.Parameter(torch.tensor(0.0 if "novelty" in dropped else 0.3, dtype=torch.float64))
        self.novelty.requires_grad_("novelty" not in dropped)
        self.keep = torch.tensor([float(f not in dropped) for f in features], dtype=torch.float64)
        self.kinds = "kind" not in dropped

    def lean(self, kind):
        return (2 * torch.sigmoid(kind @ self.kind) - 1) * self.kinds

    def forward(self, features, lean):
        """Scores of sentences, or of summaries, whose features are sums."""
        features = features * self.keep
        return features @ self.common + lean * (features[:, : len(self.differ)] @ self.differ)

    @torch.no_grad()
    def of(self, text):
        return self(torch.tensor(text.features), self.lean(torch.tensor(text.kind))).numpy()


def weigh(texts):
    """What each text counts: the weights of SETS, spread over a set's texts."""
    counts = collections.Counter(t.name for t in texts)
    total = sum(w for n, w in SETS if counts[n])
    return torch.tensor([dict(SETS)[t.name] / total / counts[t.name] for t in texts], dtype=torch.float64)


def log_softmax(scores, group, groups):
    return scores - torch.log(torch.zeros(groups, dtype=torch.float64).index_add(0, group, torch.exp(scores)))[group]


def fit(parameters, loss_of, rounds, rate):
    parameters = [p for p in parameters if p.requires_grad]
    optimizer = torch.optim.Adam(parameters, lr=rate)
    for r in range(rounds):
        optimizer.zero_grad()
        loss_of().backward()
        optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] = rate * (1 - r / rounds)


class Half:
    """One half of the texts as tensors."""

    def __init__(self, texts, features, kinds):
        self.texts, self.names, self.kinds = texts, features, kinds
        self.weights = weigh(texts)
        self.kind = torch.tensor(numpy.array([t.kind for t in texts]))
        self.features = torch.tensor(numpy.concatenate([t.features for t in texts]))
        self.fragment = torch.tensor(numpy.concatenate([t.fragment for t in texts])) * -30.0
        sizes = [len(t.features) for t in texts]
        self.text = torch.tensor(numpy.repeat(numpy.arange(len(texts)), sizes))
        self.target = torch.zeros(len(self.features), dtype=torch.float64)
        for start, text, weight in zip(numpy.cumsum([0] + sizes), texts, self.weights):
            for i in text.oracle():
                self.target[start + i] = weight / len(text.oracle())
        degree = [f == "Degree" for f in features].index(True)
        better = [sum(t.score(t.lead())) - sum(t.score(t.order(t.features[:, degree], 0)[0])) for t in texts]
        self.opening_better = torch.tensor(better, dtype=torch.float64)

    def tell_kinds(self, model):
        cost = self.weights * self.opening_better.abs()
        opening = (self.opening_better > 0).double()

        def loss():
            each = torch.nn.functional.binary_cross_entropy_with_logits(
                self.kind @ model.kind, opening, reduction="none")
            return (cost / cost.sum() * each).sum() + 0.0005 * (model.kind**2).sum()

        fit([model.kind], loss, 300, 0.1)
        with torch.no_grad():
            model.kind *= 3  # a gate, not a probability

    def point_at_oracle(self, model):
        lean = model.lean(self.kind).detach()[self.text]

        def loss():
            logs = log_softmax(model(self.features, lean) + self.fragment, self.text, len(self.texts))
            return 0.002 * ((model.common**2).sum() + 2 * (model.differ**2).sum()) - (self.target * logs).sum()

        fit([model.common, model.differ], loss, 200, 0.05)

    def draw(self, model, seed=1):
        """Summaries of each text: sums of features, sums of novelty, and scores times weights."""
        rng = numpy.random.default_rng(seed)
        group, sums, fresh, rewards, sizes = [], [], [], [], []
        for t, text in enumerate(self.texts):
            scores, drawn = model.of(text), {}
            for k in range(DRAWS):
                noise = None if k == 0 else rng.gumbel(size=len(scores)) * (0.5 if k % 2 else 1.0)
                chosen, new = text.order(scores, model.novelty.item(), noise)
                drawn.setdefault(tuple(sorted(chosen)), (chosen, new))
            for chosen, new in drawn.values():
                group.append(t)
                sums.append(text.features[chosen].sum(axis=0))
                fresh.append(sum(new))
                rewards.append(100 * self.weights[t].item() * sum(text.score(chosen)))
            sizes.append(numpy.mean([len(chosen) for chosen, _ in drawn.values()]))
        self.group, self.sums = torch.tensor(group), torch.tensor(numpy.array(sums))
        self.fresh, self.rewards = (torch.tensor(x, dtype=torch.float64) for x in (fresh, rewards))
        self.sharpness = 2 * (3 / torch.tensor(sizes, dtype=torch.float64)) ** 0.5

    def expect(self, model):
        known = len(model.differ) + 1  # that position and centrality matter is known: no penalty keeps them small

        def loss():
            totals = model(self.sums, model.lean(self.kind)[self.group]) + model.novelty * self.fresh
            logs = log_softmax(self.sharpness[self.group] * totals, self.group, len(self.texts))
            penalty = 0.04 * (model.common[known:] ** 2).sum() + 0.01 * (model.kind**2).sum()
            return penalty - (torch.exp(logs) * self.rewards).sum()

        fit(model.parameters(), loss, 250, 0.03)

    def model(self, dropped=()):
        """Fitted to this half; the first one draws."""
        model = Model(self.names, len(self.kinds), DIFFER, dropped)
        self.tell_kinds(model)
        self.point_at_oracle(model)
        if not hasattr(self, "group"):
            self.draw(model)
        self.expect(model)
        return model


def scores(model, texts):
    """By set: R1 and R2 of the rank and of the lead, and the mean lean towards the first kind."""
    rows = collections.defaultdict(list)
    for text in texts:
        chosen, _ = text.order(model.of(text), model.novelty.item())
        lean = model.lean(torch.tensor(text.kind)).item()
        rows[text.name].append((*text.score(chosen), *text.score(text.lead()), lean))
    return {name: 100 * numpy.array(rows[name]).mean(axis=0) for name, _ in SETS if rows[name]}


def report(model, texts, what):
    for name, m in scores(model, texts).items():
        print(f"{what:6} {name:10} rank {m[0]:5.2f} {m[1]:5.2f}  lead {m[2]:5.2f} {m[3]:5.2f}  "
              f"gain {m[0] - m[2]:+5.2f} {m[1] - m[3]:+5.2f}  kind {m[4] / 100:+.2f}", file=sys.stderr, flush=True)


def ablate(halves):
    def both(dropped):
        one, two = (scores(a.model(dropped), b.texts) for a, b in (halves, halves[::-1]))
        return {name: (one[name] + two[name])[:2] / 2 for name in one}

    full = both(())
    print("| without | mean | " + " | ".join(full) + " |\n|---|" + "---|" * (len(full) + 1))
    for what, dropped in [("(all features)", ())] + list(GROUPS.items()):
        now = both(dropped)
        change = {n: now[n].sum() - full[n].sum() if dropped else now[n].sum() for n in full}
        mean = sum(w * change[n] for n, w in SETS if n in full) / sum(w for n, w in SETS if n in full)
        form = "{:+.2f}" if dropped else "{:.2f}"
        print(f"| {what} | " + " | ".join(form.format(x) for x in [mean, *change.values()]) + " |", flush=True)


def rounded(model):
    """The weights as the compiler has them."""
    return {name: [round(x, 2) + 0.0 for x in weights.flatten().tolist()] for name, weights in model.named_parameters()}


def write_weights(weights):
    print("// Written by tools/train/rank/rank.sh.\n// clang-format off\nconst RankWeights kRankWeights = {{{")
    rows = [("kText", RANK["text"], "kind"), ("kRank", RANK["features"], "common"), ("kRank", RANK["features"], "differ")]
    for k, (prefix, labels, name) in enumerate(rows):
        if k:
            print("}}, {{")
        for label, weight in zip(labels, weights[name]):
            print(f"    {weight:.2f},  // {prefix}{label}")
    print(f"}}}}, {weights['novelty'][0]:.2f}}};  // novelty\n// clang-format on")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sets"), parser.add_argument("dumps")
    parser.add_argument("--json")
    parser.add_argument("--ablation", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    features, kinds = RANK["features"], RANK["text"]
    train, dev = (load(arguments.sets, arguments.dumps, half) for half in ("train", "dev"))
    half = Half(train, features, kinds)
    if arguments.ablation:
        ablate((half, Half(dev, features, kinds)))
        return
    model = half.model()
    report(model, train, "train"), report(model, dev, "dev")
    weights = rounded(model)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as f:
            json.dump(weights, f)
    write_weights(weights)


if __name__ == "__main__":
    main()
