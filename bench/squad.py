"""Measures `pith ask` on SQuAD's development articles. bench/squad.sh calls it: squad.py PITH FOLDER QUESTIONS

Prints one JSON object:
  sentence    the gold answer begins in the best answer's sentence, percent (its stored offset decides)
  em, f1      the best answer against the gold texts, by SQuAD v1.1's rules, percent
"""
import collections
import json
import os
import re
import string
import subprocess
import sys
import tempfile


def is_development(title):
    """One article in ten, by FNV-1a: the ones that tools/train/answers_main.cc leaves out."""
    value = 2166136261
    for byte in title.encode():
        value = (value ^ byte) * 16777619 % 2**32
    return value % 10 == 0


def title_of(doc):
    return doc.split("#", 1)[0]


def normalize(text):
    text = "".join(c for c in text.lower() if c not in string.punctuation)
    return re.sub(r"\b(a|an|the)\b", " ", text).split()


def f1(guess, gold):
    guess, gold = normalize(guess), normalize(gold)
    same = sum((collections.Counter(guess) & collections.Counter(gold)).values())
    return 2 * same / (len(guess) + len(gold)) if same else float(guess == gold)


def sentence_around(text, answer):
    """The bytes of the evidence: that place of its words that holds the answer."""
    evidence = answer["evidence"].encode()
    begin = text.find(evidence, max(0, answer["end"] - len(evidence)))
    return begin, begin + len(evidence)


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def main():
    pith, folder, wanted = sys.argv[1], sys.argv[2], int(sys.argv[3])
    questions = [q for q in read(os.path.join(folder, "train-questions.jsonl")) if is_development(title_of(q["doc"]))]
    # Evenly spread, so that all articles have their share.
    n = min(wanted, len(questions))
    questions = [questions[i * len(questions) // n] for i in range(n)]
    used = {q["doc"] for q in questions}
    docs = [d for d in read(os.path.join(folder, "train-docs.jsonl")) if d["id"] in used]
    with tempfile.TemporaryDirectory() as work:
        path = lambda name: os.path.join(work, name)
        for name, rows in (("docs.jsonl", docs), ("questions.jsonl", questions)):
            with open(path(name), "w", encoding="utf-8") as f:
                f.writelines(json.dumps(row) + "\n" for row in rows)
        subprocess.run([pith, "compile", path("docs.jsonl"), "-o", path("docs.pith")], check=True)
        out = subprocess.run([pith, "ask", path("docs.pith"), "--questions", path("questions.jsonl"), "--threshold", "0"],
                             check=True, stdout=subprocess.PIPE).stdout.decode()
        best = {}
        for line in out.splitlines():
            row = json.loads(line)
            best[row["id"]] = row["answers"][0] if row["answers"] else None
    texts = {d["id"]: d["text"].encode() for d in docs}
    right = exact = overlap = 0
    for q in questions:
        answer = best.get(q["id"])
        if answer is None:
            continue
        begin, end = sentence_around(texts[q["doc"]], answer)
        right += any(begin <= gold < end for gold in q["begin"])
        exact += max(normalize(answer["text"]) == normalize(gold) for gold in q["answers"])
        overlap += max(f1(answer["text"], gold) for gold in q["answers"])
    print(json.dumps({"questions": n, "articles": len({title_of(d["id"]) for d in docs}), "paragraphs": len(docs),
                      "answered": sum(a is not None for a in best.values()), "sentence": round(100 * right / n, 2),
                      "em": round(100 * exact / n, 2), "f1": round(100 * overlap / n, 2)}))


if __name__ == "__main__":
    main()
