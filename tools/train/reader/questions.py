#!/usr/bin/python3
"""Makes the trainer's further inputs of SQuAD's documents and questions, deterministically:

  questions.py SQUAD_FOLDER OUT_FOLDER

  article-docs.jsonl        each article whole: its paragraphs joined by a blank line
  article-questions.jsonl   the same questions, with offsets in the whole article
  near-questions.jsonl      questions that the paragraph all but answers: a name, number, noun or attribute exchanged
                            for one of the paragraph, of its article or of the same kind, or the question negated; no
                            answers
  near-article-questions.jsonl   the same for the whole articles
  reworded-questions.jsonl       questions with a word of the paragraph exchanged for a synonym that it lacks; the answers
                                 stay. Without them a reader learns from near misses that another word is another question
  reworded-article-questions.jsonl   the same for the whole articles

Antonyms, synonyms and words of the same kind are from WordNet (Debian package wordnet-base).
"""
import collections
import contextlib
import json
import os
import random
import re
import sys

WORDNET = "/usr/share/wordnet"
NAME = re.compile(r"\b[A-Z][\w'’.-]*\w(?: (?:(?:of|the|de|von) )?[A-Z][\w'’.-]*\w)*")
WORD = re.compile(r"\b[a-z]{5,}\b")
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
OPPOSITES = """before after|first last|more less|most least|highest lowest|increase decrease|north south|east west
northern southern|eastern western|earliest latest|minimum maximum|inside outside|above below|begin end|largest smallest
began ended|started ended|longest shortest|win lose|won lost|male female|men women|husband wife|father mother|son daughter"""


def wordnet():
    """Words and their antonyms, both ways; and words and their co-hyponyms: nouns whose first sense is another kind of
    the same thing ("red" and "blue"), of no sense in common."""
    if not os.path.isdir(WORDNET):
        sys.exit(WORDNET + ": not there; install Debian's wordnet-base")
    opposites = collections.defaultdict(set)
    senses, above = collections.defaultdict(list), {}  # of nouns: their synsets; a synset's first hypernym
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
                    elif symbol == "@" and part == "noun":
                        above.setdefault(offset, target)
        for word, target, k in pointers:
            other = synsets[target][k]
            if "_" not in word and "_" not in other:
                opposites[word].add(other)
    with open(os.path.join(WORDNET, "index.noun"), encoding="latin-1") as f:
        for line in f:
            if not line.startswith(" "):
                fields = line.split()
                senses[fields[0]] = fields[-int(fields[2]) :]
    for pair in re.split(r"[|\n]", OPPOSITES):
        a, b = pair.split()
        opposites[a] = {b}
        opposites[b] = {a}
    kinds = collections.defaultdict(list)
    for word, offsets in sorted(senses.items()):
        if offsets[0] in above and word.isalpha() and len(word) >= 4:
            kinds[above[offsets[0]]].append(word)
    beside = {}
    for words in kinds.values():
        for w in words if len(words) <= 60 else []:  # in larger classes nothing is like anything
            beside[w] = [o for o in words if not set(senses[o]) & set(senses[w])]
    return {w: sorted(a) for w, a in opposites.items()}, beside


def endings(word, noun, verb):
    """The regular forms of a word, in an order that goes with that of any other word."""
    stem = word[:-1] if word.endswith("e") else word
    plural = word[:-1] + "ies" if re.search("[^aeiou]y$", word) else word + ("es" if re.search("(s|x|z|ch|sh)$", word) else "s")
    past = word[:-1] + "ied" if re.search("[^aeiou]y$", word) else stem + "ed"
    return [word] + ([plural] if noun or verb else [""]) + ([past, stem + "ing"] if verb else ["", ""])


def synonyms(known):
    """Forms of words and those of their synonyms: words that mean the same by a sense which is the usual one of both (in
    SemCor's counts, cntlist.rev) and whose forms are regular or at least in use."""
    counted = {}  # of a lemma in a lexicographer's file, by its number there
    with open(os.path.join(WORDNET, "cntlist.rev"), encoding="latin-1") as f:
        for line in f:
            key, _, count = line.split()
            lemma, rest = key.split("%")
            counted[(lemma, *rest.split(":")[1:3])] = int(count)
    together, uses = [], collections.Counter()
    for part in ("adj", "verb", "noun"):
        with open(os.path.join(WORDNET, "data." + part), encoding="latin-1") as f:
            for line in f:
                if line.startswith(" "):
                    continue
                fields = line.split("|")[0].split()
                words = [(fields[4 + 2 * i].split("(")[0], int(fields[5 + 2 * i], 16)) for i in range(int(fields[3], 16))]
                counts = {w: counted.get((w.lower(), fields[1], "%02d" % k), 0) for w, k in words if re.fullmatch("[a-z]{3,}", w)}
                uses.update(counts)
                together.append((part, counts))
    found = collections.defaultdict(set)
    for part, counts in together:
        usual = sorted(w for w, n in counts.items() if n >= 2 and n >= 0.4 * uses[w])
        forms = {w: endings(w, part == "noun", part == "verb") for w in usual}
        for w in usual:
            for o in usual:
                for mine, other in zip(forms[w], forms[o]) if o != w else []:
                    if mine and known[mine] >= 5 and known[other] >= 5:
                        found[mine].add(other)
    return {w: sorted(o) for w, o in found.items()}


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def names_in(text):
    """Names, less those where a sentence begins: there, any word is written like one."""
    return {m.group() for m in NAME.finditer(text) if m.start() > 1 and text[m.start() - 2] not in ".!?\n"}


def numbers_in(text):
    return {m.group() for m in NUMBER.finditer(text)}


def replaced(question, matches, others_of, rng):
    """The question with one of the matches exchanged for one of others_of(what it matched), or None."""
    if not matches:
        return None
    m = rng.choice(matches)
    others = others_of(m.group())
    return question[: m.start()] + rng.choice(others) + question[m.end() :] if others else None


def exchange(question, paragraph, pattern, others, rng):
    """The question with a match of `pattern` that the paragraph holds exchanged for one of `others` of like length."""

    def like(mine):
        return [o for o in sorted(others) if o not in question and o.count(" ") == mine.count(" ") and len(o) // 4 == len(mine) // 4]

    return replaced(question, [m for m in pattern.finditer(question) if m.start() > 0 and m.group() in paragraph], like, rng)


def exchange_noun(question, paragraph, rng, choices):
    """The same for a plain word of the paragraph, against one of choices(word) with the same ending."""

    def like(mine):
        return [w for w in choices(mine) if w[-2:] == mine[-2:] and w not in question]

    return replaced(question, [m for m in WORD.finditer(question) if m.group() in paragraph], like, rng)


def exchange_kind(question, paragraph, rng, beside, known):
    """A noun exchanged for another kind of the same thing, of which the paragraph does not speak."""

    def others(mine):
        return [w for w in beside[mine] if known[w] >= 40 and w not in paragraph and w not in question]

    return replaced(question, [m for m in re.finditer(r"\b[a-z]{4,}\b", question) if m.group() in beside], others, rng)


def reword(question, paragraph, same, rng):
    """The question with a word of the paragraph exchanged for a synonym that the paragraph lacks, or None."""

    def others(mine):
        return [w for w in same[mine] if w not in paragraph and w not in question]

    words = [m for m in re.finditer(r"\b[a-z]{3,}\b", question) if m.group() in same and m.group() in paragraph]
    return replaced(question, words, others, rng)


def oppose(question, opposites, rng):
    words = [m for m in re.finditer(r"\b[a-z]{3,}\b", question) if m.group() in opposites]
    return replaced(question, words, opposites.get, rng)


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
    opposites, beside = wordnet()
    known = collections.Counter(w for d in docs for w in re.findall(r"[a-z]{4,}", d["text"]))
    names, asked = collections.defaultdict(set), collections.defaultdict(set)
    for d in docs:
        names[d["id"].split("#")[0]].update(names_in(d["text"]))
    for q in questions:
        asked[q["doc"].split("#")[0]].update(WORD.findall(q["question"]))
    asked = {a: sorted(words) for a, words in asked.items()}
    kinds = [  # of a question, its paragraph and its article's name
        lambda q, p, a: exchange(q, p, NAME, names_in(p), rng),
        lambda q, p, a: exchange(q, p, NUMBER, numbers_in(p), rng),
        lambda q, p, a: exchange_noun(q, p, rng, lambda word: sorted(set(WORD.findall(p)))),
        lambda q, p, a: oppose(q, opposites, rng),
        lambda q, p, a: negate(q) if rng.random() < 0.3 else None,
        lambda q, p, a: exchange(q, p, NAME, [n for n in names[a] if n not in p], rng),
        lambda q, p, a: exchange_kind(q, p, rng, beside, known),
        lambda q, p, a: exchange_noun(q, p, rng, lambda word: [w for w in asked[a] if w not in p]),
    ]
    with open(out + "/article-docs.jsonl", "w") as f:
        for a in articles.values():
            f.write(json.dumps(dict(a, text="\n\n".join(a["text"]))) + "\n")
    same, wording = synonyms(known), random.Random(23)
    made = collections.Counter()
    with contextlib.ExitStack() as files:
        f, near, near_article, reworded, reworded_article = (
            files.enter_context(open("%s/%squestions.jsonl" % (out, name), "w"))
            for name in ("article-", "near-", "near-article-", "reworded-", "reworded-article-")
        )
        for q in questions:
            name = q["doc"].split("#")[0]
            begin = [b + start[q["doc"]] for b in q["begin"]]
            f.write(json.dumps(dict(q, doc=name, begin=begin)) + "\n")
            changed = reword(q["question"], text[q["doc"]], same, wording)
            if changed:
                made["reworded"] += 1
                line = dict(q, id=q["id"] + "~s", question=changed)
                reworded.write(json.dumps(line) + "\n")
                reworded_article.write(json.dumps(dict(line, doc=name, begin=begin)) + "\n")
            order = list(range(len(kinds)))
            rng.shuffle(order)
            for k in order[:3]:
                changed = kinds[k](q["question"], text[q["doc"]], name)
                if changed and changed != q["question"]:
                    made[str(k)] += 1
                    line = {"id": q["id"] + "~%d" % k, "doc": q["doc"], "question": changed, "answers": []}
                    near.write(json.dumps(line) + "\n")
                    near_article.write(json.dumps(dict(line, doc=name)) + "\n")
                    break
    print("made, near misses by kind:", dict(sorted(made.items())), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
