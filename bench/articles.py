"""Measures `pith ask` on SQuAD's development articles. bench/quality.sh --articles calls it:

  articles.py PITH [FOLDER] [--questions N] [--profile tiny|standard|full] [--worst N] [--only paragraph|article]

FOLDER holds train-docs.jsonl and train-questions.jsonl (../shared/data/squad unless said). Asked are N questions
(2,000), evenly spread over the articles, and half as many near misses: questions that the text all but answers, made by
tools/train/reader/questions.py. Once with the question's paragraph as the document, once with its whole article: all its
paragraphs joined by blank lines. A line for each kind of question, by its words, and one for all:

  em, f1     the best answer, however doubtful, against the gold texts by SQuAD v1.1's rules, percent
  sentence   the gold answer begins in the best answer's sentence, percent (its stored offset decides)
  answered   confidence reaches the index's own threshold, percent
  rejected   near misses whose answers do not, percent
  both       f1 with the threshold, silence being the right answer to a near miss, over as many of either (SQuAD 2.0's
             measure, Rajpurkar et al. 2018)
  ece        expected calibration error over both, 10 bins, points; an answer is right where its F1 is at least 0.5

--worst lists the N surest wrong answers to questions that have one.
"""
import argparse
import collections
import json
import os
import re
import string
import subprocess
import sys
import tempfile

TRAINING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tools/train/reader")
sys.path.insert(0, TRAINING)
from split import is_development  # noqa: E402

KINDS = ("who", "when", "where", "how many", "why", "how", "what/which", "other")
WORDS = re.compile(r"\b(how (?:many|much)|who|whom|whose|when|where|why|how|what|which)\b")
NAMED = {"how much": "how many", "whom": "who", "whose": "who", "what": "what/which", "which": "what/which"}


def kind_of(question):
    """By the first of its words that asks."""
    found = WORDS.search(question.lower())
    return NAMED.get(found.group(), found.group()) if found else "other"


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


def write(path, rows):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(row) + "\n" for row in rows)


def spread(rows, wanted):
    """As many of the development articles' rows, evenly, so that all articles have their share."""
    rows = [row for row in rows if is_development(row["doc"])]
    n = min(wanted, len(rows))
    return [rows[i * len(rows) // n] for i in range(n)]


def ask(pith, profile, docs, questions, work):
    """Each question's best answer, or none, by its id; and the index's threshold."""
    path = lambda name: os.path.join(work, name)
    used = {q["doc"] for q in questions}
    write(path("docs.jsonl"), [d for d in docs if d["id"] in used])
    write(path("questions.jsonl"), questions)
    subprocess.run([pith, "compile", path("docs.jsonl"), "-o", path("docs.pith"), "--profile", profile], check=True)
    run = lambda *words: subprocess.run([pith, *words], check=True, stdout=subprocess.PIPE).stdout.decode()
    threshold = json.loads(run("inspect", path("docs.pith"), "--json"))["threshold"]
    lines = run("ask", path("docs.pith"), "--questions", path("questions.jsonl"), "--threshold", "0").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["id"]: row["answers"][0] if row["answers"] else None for row in rows}, threshold


def judge(question, answer, text):
    """What the best answer is worth: kind, confidence, em, f1, sentence; a near miss has no golds."""
    row = {"kind": kind_of(question["question"]), "near": not question["answers"], "confidence": 0.0}
    row.update(em=0.0, f1=0.0, sentence=0.0, question=question, answer=answer)
    if answer is None:
        return row
    row["confidence"] = answer["confidence"]
    if question["answers"]:
        begin, end = sentence_around(text, answer)
        row["sentence"] = float(any(begin <= gold < end for gold in question["begin"]))
        row["em"] = float(any(normalize(answer["text"]) == normalize(gold) for gold in question["answers"]))
        row["f1"] = max(f1(answer["text"], gold) for gold in question["answers"])
    return row


def calibration_error(rows):
    bins = collections.defaultdict(list)
    for row in rows:
        if row["answer"] is not None:
            bins[min(9, int(row["confidence"] * 10))].append(row)
    count = sum(map(len, bins.values()))
    apart = lambda part: abs(sum((row["f1"] >= 0.5) - row["confidence"] for row in part))
    return sum(map(apart, bins.values())) / count if count else 0.0


def percent(rows, value):
    return "%.1f" % (100 * sum(map(value, rows)) / len(rows)) if rows else "-"


def print_table(rows, threshold):
    print("%-12s%10s%7s%7s%10s%10s%8s%10s%7s%6s" % ("", "questions", "em", "f1", "sentence", "answered", "near", "rejected", "both", "ece"))
    for kind in KINDS + ("all",):
        here = [row for row in rows if kind in (row["kind"], "all")]
        right, near = [r for r in here if not r["near"]], [r for r in here if r["near"]]
        silent = lambda r: r["confidence"] < threshold
        both = "-"
        if right and near:
            mean = lambda part, value: sum(map(value, part)) / len(part)
            both = "%.1f" % (50 * (mean(right, lambda r: 0 if silent(r) else r["f1"]) + mean(near, silent)))
        if here:
            print("%-12s%10d%7s%7s%10s%10s%8d%10s%7s%6.1f" % (
                kind, len(right), percent(right, lambda r: r["em"]), percent(right, lambda r: r["f1"]),
                percent(right, lambda r: r["sentence"]), percent(right, lambda r: r["confidence"] >= threshold),
                len(near), percent(near, silent), both, 100 * calibration_error(here)))


def print_worst(rows, count):
    wrong = [row for row in rows if not row["near"] and row["answer"] is not None and row["f1"] < 0.5]
    for row in sorted(wrong, key=lambda row: -row["confidence"])[:count]:
        golds = " | ".join(dict.fromkeys(row["question"]["answers"]))
        print("\n%.2f %s: %s\n  said  %s\n  gold  %s\n  %s: %s" % (
            row["confidence"], row["question"]["id"], row["question"]["question"], row["answer"]["text"], golds,
            "the sentence is right" if row["sentence"] else "the sentence is wrong", row["answer"]["evidence"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pith")
    parser.add_argument("folder", nargs="?", default="../shared/data/squad")
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--profile", default="standard", choices=("tiny", "standard", "full"))
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--only", choices=("paragraph", "article"))
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([sys.executable, os.path.join(TRAINING, "questions.py"), a.folder, work], check=True, stderr=subprocess.DEVNULL)
        paragraphs = [a.folder + "/train-docs.jsonl", a.folder + "/train-questions.jsonl", work + "/near-questions.jsonl"]
        articles = [work + "/article-docs.jsonl", work + "/article-questions.jsonl", work + "/near-article-questions.jsonl"]
        for given, (docs, questions, near) in (("paragraph", paragraphs), ("article", articles)):
            if a.only not in (None, given):
                continue
            docs = [d for d in read(docs) if is_development(d["id"])]
            asked = spread(read(questions), a.questions) + spread(read(near), a.questions // 2)
            best, threshold = ask(a.pith, a.profile, docs, asked, work)
            texts = {d["id"]: d["text"].encode() for d in docs}
            rows = [judge(q, best[q["id"]], texts[q["doc"]]) for q in asked]
            print("%s given, profile %s, threshold %.2f" % (given, a.profile, threshold))
            print_table(rows, threshold)
            print_worst(rows, a.worst)
            print(flush=True)


if __name__ == "__main__":
    main()
