#!/usr/bin/env python3
"""Scores Pith's summaries and classical ones on the development halves that tools/train/rank/rank_sets.py has written.

  summaries.py PITH SCORER SETS WORK [SET...]

SCORER: score_summaries.py. WORK: a folder for indexes and summaries. Prints a table: R1 and R2 by set and method.
LexRank (Erkan and Radev 2004: power iteration over cosines of tf-idf above 0.1, damping 0.85) and TextRank (Mihalcea
and Tarau 2004: shared words over the logarithms of the lengths) choose among the same sentences as Pith does.
"""
import collections
import json
import math
import os
import re
import subprocess
import sys

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools", "train", "rank"))
from rank_sets import lines, write  # noqa: E402

SETS = ["cnn", "dailymail", "newts", "xsum", "wiki", "gum", "newts-topic", "squality"]
STOP = set(
    "a about after all also an and any are as at be been but by can could did do for from had has have he her his i if "
    "in into is it its just me more my no not of on one or our out said she so some than that the their them then there "
    "they this to up was we were what when which who will with would you your".split())


def words(text):
    return [w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in STOP]


def power(matrix):
    n = len(matrix)
    sums = matrix.sum(axis=1, keepdims=True)
    walk = numpy.where(sums > 0, matrix / numpy.where(sums > 0, sums, 1), 1 / n)
    rank = numpy.full(n, 1 / n)
    for _ in range(100):
        rank = 0.15 / n + 0.85 * (rank @ walk)
    return rank


def tfidf(sentences):
    df = collections.Counter(w for s in sentences for w in set(s))
    index = {w: i for i, w in enumerate(df)}
    matrix = numpy.zeros((len(sentences), max(len(index), 1)))
    for i, s in enumerate(sentences):
        for w, n in collections.Counter(s).items():
            matrix[i, index[w]] = n * math.log(len(sentences) / df[w])
    norm = numpy.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / numpy.where(norm > 0, norm, 1)


def lexrank(sentences):
    vectors = tfidf(sentences)
    return power((vectors @ vectors.T > 0.1).astype(float))


def textrank(sentences):
    sets = [set(s) for s in sentences]
    matrix = numpy.zeros((len(sets), len(sets)))
    for i, a in enumerate(sets):
        for j in range(i):
            if len(a) > 1 and len(sets[j]) > 1:
                matrix[i, j] = matrix[j, i] = len(a & sets[j]) / (math.log(len(a)) + math.log(len(sets[j])))
    return power(matrix)


def pick(request, sentences, score):
    """The best that fit, in reading order."""
    chosen, room = [], request.get("bytes", 10**9)
    for i in sorted(range(len(sentences)), key=lambda i: (-score[i], i)):
        size = len(sentences[i]["text"].encode()) + (1 if chosen else 0)
        if size <= room and len(chosen) < request.get("sentences", 10**9):
            chosen.append(i)
            room -= size
    return {"id": request["id"], "sentences": [sentences[i] for i in sorted(chosen)]}


def run(command, stdin=None):
    return subprocess.run(command, input=stdin, check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    pith, scorer, sets, work = sys.argv[1:5]

    def score(name, method, baseline=None):
        files = [f"{sets}/{name}.dev.references.jsonl", f"{work}/{name}.{method}.jsonl"]
        return json.loads(run([sys.executable, scorer] + files + ([f"{work}/{name}.{baseline}.jsonl"] if baseline else [])))

    print(f"{'set':12} {'n':>4}  " + "  ".join(f"{m:>13}" for m in ("rank", "lead", "LexRank", "TextRank")) +
          "  rank - lead: R1, R2 [95 %]")
    for name in sys.argv[5:] or SETS:
        requests = lines(f"{sets}/{name}.dev.requests.jsonl")
        index = f"{work}/{name}.pith"
        run([pith, "compile", f"{sets}/{name}.dev.docs.jsonl", "-o", index, "--jobs", "2"])
        for method in ("rank", "lead"):
            asked = "".join(json.dumps(r | {"method": method}) + "\n" for r in requests)
            with open(f"{work}/{name}.{method}.jsonl", "w", encoding="utf-8") as f:
                f.write(run([pith, "summarize", index, "--requests", "-"], asked))
        docs = {d["id"]: None for d in lines(f"{sets}/{name}.dev.docs.jsonl")}
        everything = "".join(json.dumps({"id": d, "doc": d, "sentences": 100000, "method": "lead"}) + "\n" for d in docs)
        for line in run([pith, "summarize", index, "--requests", "-"], everything).splitlines():
            line = json.loads(line)
            docs[line["id"]] = line["sentences"]
        for method, rank in (("lexrank", lexrank), ("textrank", textrank)):
            ranks = {d: rank([words(s["text"]) for s in sentences]) if sentences else [] for d, sentences in docs.items()}
            write(f"{work}/{name}.{method}.jsonl", [pick(r, docs[r["doc"]], ranks[r["doc"]]) for r in requests])
        row = [score(name, "rank", "lead")] + [score(name, m) for m in ("lead", "lexrank", "textrank")]
        gain = " ".join(f"{row[0][m + '_minus_baseline']:+.2f} {row[0][m + '_interval']}" for m in ("r1", "r2"))
        print(f"{name:12} {len(requests):>4}  " + "  ".join(f"{r['r1']:6.2f} {r['r2']:6.2f}" for r in row) + "  " + gain,
              flush=True)
        if name == "newts-topic":
            by_doc = collections.defaultdict(list)
            for r in requests:
                by_doc[r["doc"]].append(r["id"])
            other = {a: b for ids in by_doc.values() for a, b in zip(ids, ids[1:] + ids[:1]) if len(ids) > 1}
            summaries = {s["id"]: s for s in lines(f"{work}/{name}.rank.jsonl")}
            references = {r["id"]: r for r in lines(f"{sets}/{name}.dev.references.jsonl")}
            pair = []
            for place, of in (("asked", lambda a, b: a), ("other", lambda a, b: b)):
                write(f"{work}/{place}.references.jsonl", [references[of(a, b)] | {"id": a} for a, b in other.items()])
                write(f"{work}/{place}.jsonl", [summaries[a] for a in other])
                pair.append(json.loads(
                    run([sys.executable, scorer, f"{work}/{place}.references.jsonl", f"{work}/{place}.jsonl"]))["r1"])
            print(f"{'':12} R1 on the asked topic {pair[0]:.2f}, on the other {pair[1]:.2f}: {pair[0] - pair[1]:+.2f}")


if __name__ == "__main__":
    main()
