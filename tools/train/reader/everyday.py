#!/usr/bin/python3
"""Puts SQuAD's questions as people do who have not read the text, deterministically:

  everyday.py SQUAD_FOLDER EVERYDAY.tsv FRAMES.jsonl OUT_FOLDER

  everyday-questions.jsonl   questions with everyday words (EVERYDAY.tsv) in place of the paragraph's, in another form of
                             the same frame (FRAMES.jsonl: "how heavy is X", "X weight"), in lower case, as key words,
                             with a typing error; the answers stay

Half of the questions that have something to exchange. The reader's other sets teach what a question in the text's words
asks for; this one teaches that other words may ask for it too.
"""
import collections
import json
import random
import re
import sys

from questions import endings, lines

WORD = re.compile(r"[A-Za-z]+")
QUESTION = re.compile(r"(?i)(what|which|who|whose|whom|when|where|why|how)\b")
OPENING = re.compile(r"(?i)^(what|which|who|when|where) (is|are|was|were|did|does|do) (the |a |an )?")


def alternatives(path, known):
    """Forms of head words of texts, and the forms of what people say for them: (words, how surely it means the same)."""
    found = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as f:
        for line in f:
            head, *others = line.rstrip("\n").split("\t")
            mine = endings(head, True, True)
            for other in others:
                phrase, _, strength = other.rpartition(":")
                if phrase.startswith("how "):
                    continue  # opens a question, and is no word in it
                first, space, rest = phrase.partition(" ")
                for form, said in zip(mine, endings(first, True, True)):
                    # A regular form that nobody uses is that of an irregular word, or of no verb.
                    if int(strength) >= 2 and known[form] >= 3 and (said == first or known[said] >= 20):
                        found[form][said + space + rest] = int(strength)
    return {form: sorted(said.items()) for form, said in found.items()}


def frames(path):
    """Of each frame its patterns, as (expression, what stands around X)."""
    all_frames = []
    for frame in lines(path):
        patterns = []
        for pattern in [frame["frame"]] + frame["also"]:
            plain = re.sub(r" *\(.*?\)", "", pattern)
            if len(re.findall(r"\b[XY]\b", plain)) == 1 and re.search(r"\bX\b", plain):
                before, _, after = re.split(r"\b(X)\b", plain, 1)
                patterns.append((re.compile("^%s(.+?)%s[?.]*$" % (re.escape(before), re.escape(after)), re.I), before, after))
        if len(patterns) > 1:
            all_frames.append(patterns)
    return all_frames


def reframe(question, all_frames, rng):
    """The question in another form of its frame: of the frame that says most of it."""
    best = None
    for patterns in all_frames:
        for pattern in patterns:
            m = pattern[0].match(question)
            said = len(pattern[1]) + len(pattern[2])
            if m and said >= 9 and not QUESTION.match(m.group(1)) and (best is None or said > best[0]):
                best = said, patterns, pattern, m.group(1)
    if best is None:
        return question
    _, patterns, mine, what = best
    _, before, after = rng.choice([p for p in patterns if p is not mine])
    return before + what + after + "?"


def exchange(question, paragraph, said, rng):
    """The question with many of the words that the paragraph has, and that people say otherwise, said otherwise; and how
    many."""
    out, at, changed = [], 0, 0
    for m in WORD.finditer(question):
        word = m.group().lower()
        if m.group()[0].isupper() and m.start() > 0 or word not in said or word not in paragraph or rng.random() > 0.6:
            continue
        others = [(o, s) for o, s in said[word] if o not in paragraph and o not in question]
        if others:
            other = rng.choices([o for o, _ in others], [s * s for _, s in others])[0]
            out += [question[at : m.start()], other]
            at = m.end()
            changed += 1
    return "".join(out) + question[at:], changed


def mistype(question, rng):
    """A long word with two letters exchanged, or one of them left out."""
    words = [m for m in re.finditer(r"\b[a-z]{5,}\b", question)]
    if not words:
        return question
    m = rng.choice(words)
    at = m.start() + rng.randrange(1, len(m.group()) - 2)
    a, b = question[at], question[at + 1]
    return question[:at] + rng.choice((b + a, a)) + question[at + 2 :]


def casual(question, rng):
    """In lower case, without a question mark, without its opening, mistyped, or as it is."""
    if rng.random() < 0.12:
        question = OPENING.sub("", question)
    if rng.random() < 0.08:
        question = mistype(question, rng)
    u = rng.random()
    return question.lower().rstrip(" ?") if u < 0.2 else question.rstrip(" ?") if u < 0.28 else question


def main(squad, words_path, frames_path, out):
    docs = {d["id"]: d["text"] for d in lines(squad + "/train-docs.jsonl")}
    known = collections.Counter(w for text in docs.values() for w in re.findall(r"[a-z]{2,}", text))
    said, all_frames = alternatives(words_path, known), frames(frames_path)
    rng, made = random.Random(29), collections.Counter()
    with open(out + "/everyday-questions.jsonl", "w", encoding="utf-8") as f:
        for q in lines(squad + "/train-questions.jsonl"):
            if rng.random() < 0.5:
                continue
            question = reframe(q["question"], all_frames, rng) if rng.random() < 0.5 else q["question"]
            made["frames"] += question != q["question"]
            question, changed = exchange(question, docs[q["doc"]].lower(), said, rng)
            made["words"] += changed
            if question == q["question"]:
                continue
            made["questions"] += 1
            f.write(json.dumps(dict(q, id=q["id"] + "~s", question=casual(question, rng)), ensure_ascii=False) + "\n")
    print("everyday:", dict(made), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
