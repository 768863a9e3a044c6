"""The texts and questions of a comparison: prepare.py SQUAD_FOLDER OUT_FOLDER SIZE...

For each size, the first so many paragraphs of an order that is the same every time, as JSONL for Pith and as
tab-separated lines for the others; and up to 1,000 questions about them. Of more paragraphs than there are, they come
over and over, under ids of their own, without JSONL (grow.cc makes such an index for Pith); and there are 100 questions.
"""

import json
import pathlib
import random
import sys

QUESTIONS, QUESTIONS_OF_MANY = 1000, 100


def flat(text):
    return " ".join(text.split())


def main():
    data, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    with open(data / "train-docs.jsonl", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    with open(data / "train-questions.jsonl", encoding="utf-8") as lines:
        questions = [json.loads(line) for line in lines]
    order = random.Random(1)
    order.shuffle(documents)
    order.shuffle(questions)
    for size in map(int, sys.argv[3:]):
        chosen, grown = documents[:size], size > len(documents)
        ids = {document["id"] for document in chosen}
        asked = [one for one in questions if one["doc"] in ids][: QUESTIONS_OF_MANY if grown else QUESTIONS]
        if not grown:
            with open(out / f"{size}.jsonl", "w", encoding="utf-8") as file:
                for one in chosen:
                    # Titles are left out: the peers get the text alone.
                    file.write(json.dumps({"id": one["id"], "text": one["text"]}, ensure_ascii=False) + "\n")
        with open(out / f"{size}.tsv", "w", encoding="utf-8") as file:
            for i in range(size):
                one, copy = documents[i % len(documents)], i // len(documents)
                file.write(f"{one['id']}{'~%d' % copy if copy else ''}\t{flat(one['text'])}\n")
        with open(out / f"{size}-questions.tsv", "w", encoding="utf-8") as file:
            file.writelines(f"{one['doc']}\t{flat(one['question'])}\n" for one in asked)


if __name__ == "__main__":
    main()
