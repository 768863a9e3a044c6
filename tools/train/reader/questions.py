#!/usr/bin/python3
"""Makes the trainer's further inputs of SQuAD's documents and questions, deterministically:

  questions.py SQUAD_FOLDER OUT_FOLDER

  article-docs.jsonl        each article whole: its paragraphs joined by a blank line
  article-questions.jsonl   the same questions, with offsets in the whole article
  near-questions.jsonl      questions that the paragraph all but answers: a name, number, noun or attribute exchanged,
                            or the question negated; no answers
  near-article-questions.jsonl   the same for the whole articles

Antonyms are from WordNet (Debian package wordnet-base).
"""
import collections
import json
import os
import random
import re
import sys

WORDNET = "/usr/share/wordnet"
NAME = re.compile(r"\b[A-Z][\w'’.-]*\w(?: (?:(?:of|the|de|von) )?[A-Z][\w'’.-]*\w)*")
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
OPPOSITES = """before after|first last|more less|most least|highest lowest|increase decrease|north south|east west
northern southern|eastern western|earliest latest|minimum maximum|inside outside|above below|begin end|largest smallest
began ended|started ended|longest shortest|win lose|won lost|male female|men women|husband wife|father mother|son daughter"""


def antonyms():
    """Words and their antonyms in WordNet; both ways."""
    if not os.path.isdir(WORDNET):
        sys.exit(WORDNET + ": not there; install Debian's wordnet-base")
    out = collections.defaultdict(set)
    for part in ("adj", "verb", "adv", "noun"):
        synsets = {}
        pointers = []
        with open(os.path.join(WORDNET, "data." + part), encoding="latin-1") as f:
            for line in f:
                if line.startswith(" "):
                    continue
                fields = line.split("|")[0].split()
                offset, n = fields[0], int(fields[3], 16)
                words = [fields[4 + 2 * i].split("(")[0].lower() for i in range(n)]
                synsets[offset] = words
                at = 4 + 2 * n
                for i in range(int(fields[at])):
                    symbol, target, _, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
                    if symbol == "!":
                        pointers.append((words[int(ends[:2], 16) - 1], target, int(ends[2:], 16) - 1))
        for word, target, k in pointers:
            other = synsets[target][k]
            if "_" not in word and "_" not in other:
                out[word].add(other)
    for pair in re.split(r"[|\n]", OPPOSITES):
        a, b = pair.split()
        out[a] = {b}
        out[b] = {a}
    return {w: sorted(a) for w, a in out.items()}


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def exchange(question, paragraph, pattern, rng, skip_first):
    """The question with a match of `pattern` that the paragraph holds exchanged for another one of the paragraph."""
    mine = [m for m in pattern.finditer(question) if not (skip_first and m.start() == 0) and m.group() in paragraph]
    others = sorted({m.group() for m in pattern.finditer(paragraph) if m.group() not in question and len(m.group()) > 1})
    if not mine or not others:
        return None
    m = rng.choice(mine)
    return question[: m.start()] + rng.choice(others) + question[m.end() :]


def exchange_noun(question, paragraph, rng):
    """The same for a plain word, against one of the paragraph with the same ending."""
    words = [m for m in re.finditer(r"\b[a-z]{5,}\b", question) if m.group() in paragraph]
    if not words:
        return None
    m = rng.choice(words)
    others = sorted({w for w in re.findall(r"\b[a-z]{5,}\b", paragraph) if w[-2:] == m.group()[-2:] and w not in question})
    if not others:
        return None
    return question[: m.start()] + rng.choice(others) + question[m.end() :]


def oppose(question, opposites, rng):
    found = [m for m in re.finditer(r"\b[a-z]{3,}\b", question) if m.group() in opposites]
    if not found:
        return None
    m = rng.choice(found)
    return question[: m.start()] + rng.choice(opposites[m.group()]) + question[m.end() :]


def negate(question):
    for verb in ("did", "does", "do", "was", "were", "is", "are", "can", "could", "has", "have", "had", "would", "will"):
        m = re.search(r"\b%s\b" % verb, question)
        if m:
            return question[: m.end()] + ("n't" if verb in ("did", "does", "was", "were", "is") else " not") + question[m.end() :]
    return None


def main(squad, out):
    docs, questions = lines(squad + "/train-docs.jsonl"), lines(squad + "/train-questions.jsonl")
    text = {d["id"]: d["text"] for d in docs}
    articles, start = {}, {}
    for d in docs:
        name = d["id"].split("#")[0]
        a = articles.setdefault(name, {"id": name, "title": d["title"], "text": []})
        start[d["id"]] = sum(len(p.encode()) + 2 for p in a["text"])
        a["text"].append(d["text"])
    rng = random.Random(17)
    opposites = antonyms()
    kinds = [
        lambda q, p: exchange(q, p, NAME, rng, True),
        lambda q, p: exchange(q, p, NUMBER, rng, False),
        lambda q, p: exchange_noun(q, p, rng),
        lambda q, p: oppose(q, opposites, rng),
        lambda q, p: negate(q) if rng.random() < 0.3 else None,
    ]
    with open(out + "/article-docs.jsonl", "w") as f:
        for a in articles.values():
            f.write(json.dumps(dict(a, text="\n\n".join(a["text"]))) + "\n")
    made = collections.Counter()
    with open(out + "/article-questions.jsonl", "w") as f, open(out + "/near-questions.jsonl", "w") as near, open(
        out + "/near-article-questions.jsonl", "w"
    ) as near_article:
        for q in questions:
            name = q["doc"].split("#")[0]
            begin = [b + start[q["doc"]] for b in q["begin"]]
            f.write(json.dumps(dict(q, doc=name, begin=begin)) + "\n")
            order = list(range(len(kinds)))
            rng.shuffle(order)
            for k in order[:3]:
                changed = kinds[k](q["question"], text[q["doc"]])
                if changed and changed != q["question"]:
                    made[k] += 1
                    line = {"id": q["id"] + "~%d" % k, "doc": q["doc"], "question": changed, "answers": []}
                    near.write(json.dumps(line) + "\n")
                    near_article.write(json.dumps(dict(line, doc=name)) + "\n")
                    break
    print("near misses by kind:", dict(sorted(made.items())), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
