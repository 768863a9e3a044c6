#!/usr/bin/env python3
"""Finds what importance and novelty weigh beside relevance where a summary is asked for with a query (Gain in
engine/api/summarize.cc).

  rank_query.py WEIGHTS SETS DUMPS

WEIGHTS: the JSON of rank_fit.py, from which the importance of sentences follows. DUMPS: as rank_dump writes them for
articles and requests. Tries a grid on the training halves and prints, best first, the mean over both sets of ROUGE-1 +
ROUGE-2 and the scores of both halves. Deterministic.
"""
import itertools
import json
import sys

import numpy

import rank_fit

SETS = ["newts-topic", "squality"]
IMPORTANCE, NOVELTY = (0, 1, 2, 4, 8, 16), (0, 100, 300, 1000, 2000, 4000)
BASE = 10000


def read_weights(path):
    with open(path, encoding="utf-8") as f:
        weights = json.load(f)
    return [numpy.array(weights[name]) for name in ("kind", "common", "differ")] + weights["novelty"]


class Asked:
    """A request with what the engine sees of it."""

    def __init__(self, text, order, importance, found):
        self.text, self.order, self.importance = text, order, importance
        self.found = [i for i, _ in found]
        self.relevance = numpy.array([score for _, score in found], dtype=float)

    def summary(self, weights):
        """As OfferForQuery, then OfferInOrder."""
        text, chosen, room = self.text, [], self.text.bytes
        said = numpy.zeros(text.words, dtype=bool)
        left = list(range(len(self.found)))
        while left and len(chosen) < text.sentences:
            gains = []
            for k in left:
                words = text.content[self.found[k]][0]
                novelty = 16 * (~said[words]).sum() // len(words) if len(words) else 0
                gains.append(self.relevance[k] * (BASE + weights[0] * self.importance[self.found[k]] + weights[1] * novelty))
            best = left.pop(int(numpy.argmax(gains)))
            i = self.found[best]
            if text.sizes[i] + bool(chosen) <= room:
                room -= text.sizes[i] + bool(chosen)
                chosen.append(i)
                said[text.content[i][0]] = True
        for i in self.order:
            if len(chosen) < text.sentences and i not in chosen and text.sizes[i] + bool(chosen) <= room:
                room -= text.sizes[i] + bool(chosen)
                chosen.append(i)
        return chosen


def load(name, half, sets, dumps, weights):
    kind, common, differ, novelty = weights
    requests, references = (rank_fit.lines(f"{sets}/{name}.{half}.{what}.jsonl") for what in ("requests", "references"))
    by_id = {r["id"]: r["references"] for r in references}
    asked = []
    for dump in rank_fit.lines(f"{dumps}/{name}.{half}.jsonl"):
        for request in requests:
            if request["doc"] != dump["id"]:
                continue
            text = rank_fit.Text(name, dump, request, by_id[request["id"]])
            lean = 2 / (1 + numpy.exp(-text.kind @ kind)) - 1
            scores = text.features @ common + lean * (text.features[:, : len(differ)] @ differ)
            whole = scores[~text.fragment]
            low, high = (whole.min(), whole.max()) if len(whole) else (0, 0)
            share = (scores - low) / (high - low) if high > low else numpy.ones(len(scores))
            importance = numpy.where(text.fragment, 0, 500 + 9500 * share)
            asked.append(Asked(text, text.order(scores, novelty)[0], importance, dump["found"][request["query"]]))
    return asked


def score(asked, weights):
    return 100 * numpy.mean([a.text.score(a.summary(weights)) for a in asked], axis=0)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    weights, sets, dumps = sys.argv[1:]
    weights = read_weights(weights)
    halves = {half: [load(name, half, sets, dumps, weights) for name in SETS] for half in ("train", "dev")}
    rows = []
    for point in itertools.product(IMPORTANCE, NOVELTY):
        by_half = {half: [score(asked, point) for asked in halves[half]] for half in halves}
        rows.append((numpy.mean([s.sum() for s in by_half["train"]]), point, by_half))
    for mean, (importance, novelty), by_half in sorted(rows, key=lambda row: -row[0]):
        print(f"kImportance {importance:2} kNovelty {novelty:4}: {mean:.2f}", end="")
        for half, scores in by_half.items():
            print(f"  {half}", "  ".join(f"{name} {r1:.2f}/{r2:.2f}" for name, (r1, r2) in zip(SETS, scores)), end="")
        print()


if __name__ == "__main__":
    main()
