#!/usr/bin/env python3
"""Cuts the data for summaries into texts to train on and texts to measure on.

  rank_sets.py DATA OUT

For each set and half (train, dev) of SETS writes OUT/SET.HALF.{docs,references,requests}.jsonl: articles as `pith
compile` reads them, references as the scorer reads them, and requests for `pith summarize`. Halves go by document: every
second one of a set in its order, and of Wikipedia every tenth to dev and the first 120 others to train.

cnn, dailymail, newts, xsum, squality: human summaries, in general or (newts-topic, squality) for a query.
wiki: an article's first two paragraphs as the summary of all the others, in as many bytes. gum: a person's sentence.
"""
import glob
import json
import os
import re
import sys

# name, file, budget of a request; bytes 0: as many as the longest reference has
SETS = [
    ("cnn", "cnndm_val1000", {"sentences": 3}),
    ("dailymail", "cnndm_train200", {"sentences": 3}),
    ("newts", "newts_generic_a", {"sentences": 3}),
    ("xsum", "xsum_a", {"sentences": 1}),
    ("newts-topic", "newts_query_a", {"sentences": 3}),
    ("squality", "squality_dev", {"bytes": 1300}),
]


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def write(path, rows):
    with open(path, "w", encoding="utf-8") as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_set(out, name, budget, docs, references, is_dev, most=None):
    for half in ("train", "dev"):
        chosen = [d for i, d in enumerate(docs) if is_dev(i) == (half == "dev")][:most]
        ids = {d["id"] for d in chosen}
        rows = [r for r in references if r["doc"] in ids]
        requests = []
        for r in rows:
            request = {"id": r["id"], "doc": r["doc"]} | budget
            if request.get("bytes") == 0:
                request["bytes"] = max(len(x.encode()) for x in r["references"])
            if "query" in r:
                request["query"] = r["query"]
            requests.append(request)
        write(f"{out}/{name}.{half}.docs.jsonl", chosen)
        write(f"{out}/{name}.{half}.references.jsonl", rows)
        write(f"{out}/{name}.{half}.requests.jsonl", requests)


def wikipedia(path):
    articles = {}
    for line in lines(path):
        articles.setdefault(line["id"].split("#")[0], []).append(line)
    docs, references = [], []
    for name, paragraphs in articles.items():
        if len(paragraphs) < 8:
            continue
        texts = [p["text"] for p in paragraphs]
        docs.append({"id": name, "title": paragraphs[0]["title"], "text": "\n\n".join(texts[2:])})
        references.append({"id": name, "doc": name, "references": ["\n".join(texts[:2])]})
    return docs, references


def gum(folder):
    docs, references = [], []
    for path in sorted(glob.glob(f"{folder}/*.conllu")):
        if "_conversation_" in path or "_vlog_" in path:
            continue
        name, text, summary, title, opens = os.path.basename(path)[:-7], "", "", "", False
        for line in open(path, encoding="utf-8"):
            if line.startswith("# meta::title = "):
                title = line.split(" = ", 1)[1].strip()
            elif line.startswith("# meta::summary1 = (human1) "):
                summary = line.split("(human1) ", 1)[1].strip()
            elif line.startswith("# newpar"):
                opens = not re.match(r"# newpar_", line)
            elif line.startswith("# text = "):
                text += (("\n\n" if opens else " ") if text else "") + line[9:].strip()
                opens = False
        if summary:
            docs.append({"id": name, "title": title, "text": text})
            references.append({"id": name, "doc": name, "references": [summary]})
    return docs, references


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for name, file, budget in SETS:
        docs, references = (lines(f"{data}/summaries/{file}-{kind}.jsonl") for kind in ("docs", "references"))
        write_set(out, name, budget, docs, references, lambda i: i % 2 == 1)
    write_set(out, "wiki", {"bytes": 0}, *wikipedia(f"{data}/squad/train-docs.jsonl"), lambda i: i % 10 == 9, 120)
    write_set(out, "gum", {"sentences": 1}, *gum(f"{data}/language/gum"), lambda i: i % 2 == 1)


if __name__ == "__main__":
    main()
