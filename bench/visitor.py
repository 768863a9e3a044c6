"""Measures `pith ask` and `pith search` on questions in a visitor's own words. bench/quality.sh --visitor calls it:

  visitor.py PITH [FOLDER] [--part development|training] [--sets NAME,...] [--profile tiny|standard|full] [--worst N]
                  [--missed N] [--scorer FILE]

FOLDER holds NAME-docs.jsonl and NAME-questions.jsonl (../shared/data/visitor); the texts are those that
tools/train/reader/split.py keeps for development, unless --part says training. The scorer
(../shared/eval/score_visitor.py) makes the questions and judges the answers: each question as asked (`own`), in the
text's words (`plain`), and its near miss. Its line is printed for each set; then, for the hard sets, the natural ones
and those about negation and reality, a table for each kind of question:

  guess     the best answer is right, however doubtful, percent
  right, wrong, silent   what the index's own threshold gives, percent
  @1 ... @8 the evidence is among so many of the first sentences of `pith search`, percent
  plain, @4 the best answer, and the evidence among four, where the same is asked in the text's words
  false     unanswerable questions, and near misses, that are given an answer, percent

--worst lists the N surest wrong answers (50), unanswerable ones among them; --missed N questions whose evidence is not
among the first four sentences.
"""
import argparse
import collections
import concurrent.futures
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

from articles import TRAINING, read, write

sys.path.insert(0, TRAINING)
from split import HARD_SETS, REALITY_SETS, is_visitor_development  # noqa: E402

FIRST = (1, 2, 4, 8)


def sort_of(name):
    return "hard" if name in HARD_SETS else "negation and reality" if name in REALITY_SETS else "natural"


def scorer_at(path):
    spec = importlib.util.spec_from_file_location("score_visitor", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout.decode()


def place_of_evidence(pith, index, asked):
    """The place from 1 of the first sentence found that holds the evidence or an answer of it; 0: none of the first."""
    _, doc, question, item, _ = asked
    lines = run(pith, "search", index, question, "--doc", doc, "--top", str(FIRST[-1]), "--json").splitlines()
    for place, line in enumerate(lines, 1):
        text = json.loads(line)["text"]
        if text in item["evidence"] or item["evidence"] in text:
            return place
    return 0


def measure(pith, profile, scorer_path, folder, name, part, work):
    """The scorer's line for one set, and a row for each of its questions."""
    scorer = scorer_at(scorer_path)
    prefix = os.path.join(work, name)
    wanted = lambda doc: is_visitor_development(doc) == (part == "development")
    docs = [d for d in read(f"{folder}/{name}-docs.jsonl") if wanted(d["id"])]
    if not docs:
        return None, []
    write(prefix + "-docs.jsonl", docs)
    write(prefix + "-questions.jsonl", [q for q in read(f"{folder}/{name}-questions.jsonl") if wanted(q["doc"])])
    index, asked = prefix + ".pith", prefix + "-asked.jsonl"
    subprocess.run([pith, "compile", prefix + "-docs.jsonl", "-o", index, "--profile", profile], check=True)
    with open(asked, "w", encoding="utf-8") as out:
        out.write(run(sys.executable, scorer_path, "expand", prefix))
    answers = {}
    for what, options in (("given", ()), ("guessed", ("--threshold", "0"))):
        with open(f"{prefix}-{what}.jsonl", "w", encoding="utf-8") as out:
            out.write(run(pith, "ask", index, "--questions", asked, *options))
        answers[what] = {row["id"]: row["answers"] for row in read(f"{prefix}-{what}.jsonl")}
    line = run(sys.executable, scorer_path, "score", f"{prefix}-given.jsonl", f"{prefix}-guessed.jsonl", prefix)
    items = list(scorer.items([prefix]))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answerable = [item for item in items if item[4] in ("own", "plain")]
        places = dict(zip((item[0] for item in answerable), pool.map(lambda item: place_of_evidence(pith, index, item), answerable)))
    rows = []
    for key, _, question, item, sort in items:
        guess, given = answers["guessed"].get(key) or [], answers["given"].get(key) or []
        right = sort in ("own", "plain") and bool(guess) and scorer.is_right(guess[0], item)
        rows.append({"id": key, "set": name, "question": question, "item": item, "sort": sort, "right": right,
                     "guess": guess[0] if guess else None, "given": bool(given), "place": places.get(key)})
    return line.strip(), rows


def percent(rows, value):
    return "%.1f" % (100 * sum(map(bool, map(value, rows))) / len(rows)) if rows else "-"


def print_table(title, rows):
    columns = ["own", "guess", "right", "wrong", "silent"] + [f"@{n}" for n in FIRST] + ["plain", "@4", "unansw.", "false", "near", "false"]
    print("%-20s" % title + "".join("%8s" % c for c in columns))
    among = lambda n: lambda r: 0 < r["place"] <= n
    for kind in sorted({r["item"]["kind"] for r in rows}) + ["all"]:
        here = [r for r in rows if kind in (r["item"]["kind"], "all")]
        of = lambda sort: [r for r in here if r["sort"] == sort]
        own, plain, none, near = of("own"), of("plain"), of("unanswerable"), of("near")
        cells = [len(own), percent(own, lambda r: r["right"]), percent(own, lambda r: r["given"] and r["right"]),
                 percent(own, lambda r: r["given"] and not r["right"]), percent(own, lambda r: not r["given"])]
        cells += [percent(own, among(n)) for n in FIRST]
        cells += [percent(plain, lambda r: r["right"]), percent(plain, among(4))]
        cells += [len(none), percent(none, lambda r: r["given"]), len(near), percent(near, lambda r: r["given"])]
        print("%-20s" % kind + "".join("%8s" % c for c in cells))
    print(flush=True)


def print_worst(rows, count):
    wrong = [r for r in rows if r["guess"] and not r["right"] and r["sort"] != "plain"]
    for r in sorted(wrong, key=lambda r: -r["guess"]["confidence"])[:count]:
        golds = " | ".join(r["item"]["answers"]) if r["sort"] == "own" else "nothing"
        print("\n%.2f %s: %s\n  said  %s\n  gold  %s\n  from: %s" % (
            r["guess"]["confidence"], r["id"], r["question"], r["guess"]["text"], golds, r["guess"].get("evidence", "")))
        if r["sort"] == "own":
            print("  evidence, place %d: %s" % (r["place"], r["item"]["evidence"]))


def print_missed(rows, count):
    missed = [r for r in rows if r["sort"] == "own" and not 0 < r["place"] <= 4]
    for r in [missed[i * len(missed) // count] for i in range(count)] if len(missed) > count else missed:
        print("\n%s: %s\n  evidence, place %d: %s" % (r["id"], r["question"], r["place"], r["item"]["evidence"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pith")
    parser.add_argument("folder", nargs="?", default="../shared/data/visitor")
    parser.add_argument("--part", default="development", choices=("development", "training"))
    parser.add_argument("--sets")
    parser.add_argument("--profile", default="standard", choices=("tiny", "standard", "full"))
    parser.add_argument("--worst", type=int, default=50)
    parser.add_argument("--missed", type=int, default=0)
    parser.add_argument("--scorer", default="../shared/eval/score_visitor.py")
    a = parser.parse_args()
    ending = "-questions.jsonl"
    names = a.sets.split(",") if a.sets else sorted(f[:-len(ending)] for f in os.listdir(a.folder) if f.endswith(ending))
    by_sort = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            line, rows = measure(a.pith, a.profile, a.scorer, a.folder, name, a.part, work)
            if rows:
                print("%s, %s: %s" % (name, sort_of(name), line), flush=True)
                by_sort[sort_of(name)] += rows
    print()
    for sort in sorted(by_sort):
        print_table(sort, by_sort[sort])
    everything = [row for rows in by_sort.values() for row in rows]
    print_worst(everything, a.worst)
    print_missed(everything, a.missed)


if __name__ == "__main__":
    main()
