#!/usr/bin/python3
"""Compares what the engine answers with what the trained network answers, on the same questions and sentences.

  compare.py DATA OUT ANSWERS.tsv [WORDS]

DATA as for train.py, OUT its output folder, ANSWERS.tsv from reader_check on SQuAD's paragraphs. Prints how many answers
are the same span, EM and F1 of both, and how far the scores are apart. With WORDS, which export.py wrote, the network is
the exported one, its weights and vectors rounded to what the engine has: what still differs is arithmetic.
"""
import sys

import numpy as np

answers, exported = sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else None
sys.argv = [sys.argv[0], sys.argv[1], "", sys.argv[2]]
top = 3
import data  # noqa: E402
import torch  # noqa: E402
import train  # noqa: E402
from draw import ranked  # noqa: E402
from measure import f1, words  # noqa: E402
from network import Reader  # noqa: E402
from rounding import ONE, round_weights, use_vectors_of  # noqa: E402


def main():
    sets, vocabulary = data.load(train.args.data, train.args.vectors)
    train.read_texts(sets)
    s = sets["paragraphs"]
    state = torch.load(train.args.out + "/reader.pt")
    depth = sum(1 for k in state if k.startswith("layers.") and k.endswith(".own"))
    model = Reader(vocabulary.vectors, vocabulary.often, vocabulary.oov, state["question_in.weight"].shape[0], depth)
    model.load_state_dict(state)
    if exported:
        round_weights(model)
        use_vectors_of(model, vocabulary.hashes, exported)
    model.eval()
    number = {a["id"]: q for q, a in enumerate(s.asks)}
    lines = [line.rstrip("\n").split("\t") for line in open(answers)]
    same = 0
    sums = {"trainer": [0, 0], "engine": [0, 0]}
    gaps = []
    with torch.no_grad():
        for i in range(0, len(lines), 64):
            rows = lines[i : i + 64]
            qs = [number[r[0]] for r in rows]
            items = []
            for q in qs:
                order, scores = ranked(s, q)
                items.append((q, order[:top], scores, -1, -1))
            b = data.batch(s, s.ids, items, data.READER["tokens"], data.READER["question_words"])
            spans, null = model(b)
            best = spans.flatten(1).max(1)
            for r, q in enumerate(qs):
                at = int(best.indices[r])
                i0, j0 = at // data.MAX_SPAN, at // data.MAX_SPAN + at % data.MAX_SPAN
                begin, end = int(s.token_begin[b["tok"][r, i0]]), int(s.token_end[b["tok"][r, j0]])
                text, golds = s.texts[s.asks[q]["doc"]], s.asks[q]["answers"]
                engine = (int(rows[r][1]), int(rows[r][2]))
                same += engine == (begin, end)
                gaps.append((float(best.values[r]) - int(rows[r][3]) / ONE, float(null[r, 0]) - int(rows[r][4]) / ONE))
                for who, (x, y) in (("trainer", (begin, end)), ("engine", engine)):
                    guess = text[x:y].decode()
                    sums[who][0] += max(words(guess) == words(g) for g in golds)
                    sums[who][1] += max(f1(guess, g) for g in golds)
    n = len(lines)
    print("questions %d, same answer %.1f %%" % (n, 100 * same / n))
    for who, (em, shared) in sums.items():
        print(who, "EM %.1f F1 %.1f" % (100 * em / n, 100 * shared / n))
    gaps = np.abs(np.array(gaps))
    print("median difference of scores: answer %.3f, none %.3f; 95th percentile %.3f, %.3f"
          % (*np.median(gaps, 0), *np.percentile(gaps, 95, axis=0)))


if __name__ == "__main__":
    main()
