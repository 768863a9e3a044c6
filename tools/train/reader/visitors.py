#!/usr/bin/python3
"""Lays out visitors' questions (shared/data/visitor, or own/) as the trainers read questions:

  visitors.py OUT FOLDER...

  OUT-docs.jsonl        all texts
  OUT-questions.jsonl   each item as asked; ID-p the same in the text's words; ID-n its near miss, without answers
"""
import glob
import json
import os
import sys

from questions import lines


def begin_of(text, evidence, answer):
    """The byte where the answer begins: in its evidence if it stands there, or else where it stands first."""
    home = text.find(evidence) if evidence else -1
    at = text.find(answer, home, home + len(evidence)) if home >= 0 else -1
    return len(text[: at if at >= 0 else text.find(answer)].encode())


def asked(item, text):
    answers = [a for a in item["answers"] if a in text]
    begin = [begin_of(text, item.get("evidence", ""), a) for a in answers]
    yield {"id": item["id"], "doc": item["doc"], "question": item["question"], "answers": answers, "begin": begin}
    if answers and item.get("plain"):
        yield {"id": item["id"] + "-p", "doc": item["doc"], "question": item["plain"], "answers": answers, "begin": begin}
    if item.get("near"):
        yield {"id": item["id"] + "-n", "doc": item["doc"], "question": item["near"], "answers": [], "begin": []}


def main(out, *folders):
    paths = lambda ending: [path for folder in folders for path in sorted(glob.glob(folder + ending))]
    text = {}
    with open(out + "-docs.jsonl", "w", encoding="utf-8") as f:
        for path in paths("/*-docs.jsonl"):
            for doc in lines(path):
                text[doc["id"]] = doc["text"]
                kept = {k: doc[k] for k in ("id", "title", "text", "date") if doc.get(k)}
                f.write(json.dumps(kept, ensure_ascii=False) + "\n")
    with open(out + "-questions.jsonl", "w", encoding="utf-8") as f:
        for path in paths("/*-questions.jsonl"):
            for item in lines(path):
                for question in asked(item, text[item["doc"]]) if item["doc"] in text else ():
                    f.write(json.dumps(question, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 3 or not all(map(os.path.isdir, sys.argv[2:])):
        sys.exit(__doc__)
    main(*sys.argv[1:])
