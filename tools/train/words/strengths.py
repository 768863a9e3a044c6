#!/usr/bin/env python3
"""Learns what a step from a question's word to a text's word is worth: tools/models/en/strengths.txt.

  strengths.py SOURCES FOLDER... > strengths.txt

SOURCES is tools/models/en; each FOLDER holds articles and questions as reader_export writes them (visitors' questions,
SQuAD, ...; of training articles alone). For each kind of step (the dictionary's relatives, everyday words by level and
direction, phrases, cues of frames) it counts, in each question's article, how often a sentence with the step's word
holds the answer, compared with any sentence of that article. The logarithm of this lift, over that of the same word
standing in both, is the strength; folders count alike, however large they are.
"""
import array
import collections
import json
import math
import os
import sys

STRONG_CUES = 2  # kStrongCues of tools/language/source.h
PSEUDO = 4       # sentences of no lift that each kind begins with


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("# ")]


class Sources:
    def __init__(self, folder):
        self.family, self.stop = {}, set()
        for line in lines(folder + "/words.tsv"):
            word, family = line.split("\t")[:2]
            self.family[word] = word if family == "-" else family
        self.suffixes = [line.split() for line in lines(folder + "/suffixes.txt")]
        for line in lines(folder + "/closed.txt"):
            roles, words = line.split(":", 1)
            if {"stop", "question"} & set(roles.split(",")):
                self.stop.update(words.split())
        self.known = {}
        self.steps = collections.defaultdict(list)  # tuple of families -> [(tuple of families, kind)]
        for line in lines(folder + "/related.tsv"):
            family, *others = line.split("\t")
            for other in others:
                self.steps[(family,)].append(((other.split(":")[0],), "dictionary"))
        for line in lines(folder + "/everyday.tsv"):
            head, *alternatives = line.split("\t")
            for alternative in alternatives:
                words, level = alternative.split(":")
                long = " " in words
                self.add(words, head, ("phrase" if long else "head") + level)
                self.add(head, words, ("text_phrase" if long else "alternative") + level)
        for line in lines(folder + "/frames.jsonl"):
            frame = json.loads(line)
            for pattern in [frame["frame"]] + frame.get("also", []):
                words = " ".join(w for w in pattern.split("(")[0].split() if w not in "XY").lower()
                for i, cue in enumerate(frame["cues"]):
                    self.add(words, cue.lower(), "strong_cue" if i < STRONG_CUES else "cue")

    def family_of(self, word):
        if word not in self.known:
            self.known[word] = self.find(word)
        return self.known[word]

    def find(self, word):
        if word in self.family:
            return self.family[word]
        for ending, replacement, least, *undouble in self.suffixes:
            stem = word[:-len(ending)]
            if not word.endswith(ending) or len(stem) < int(least):
                continue
            if undouble:
                if stem[-2:-1] != stem[-1:]:
                    continue
                stem = stem[:-1]
            stem += replacement.strip("-")
            if stem in self.family:
                return self.family[stem]
        return word

    def meaning(self, words):
        words = words.split()
        if not 1 <= len(words) <= 3 or len(words) == 1 and words[0] in self.stop:
            return ()
        return tuple(map(self.family_of, words))

    def add(self, question, text, kind):
        question, text = self.meaning(question), self.meaning(text)
        if question and text and question != text and not set(text) <= set(question):
            self.steps[question].append((text, kind))


def phrases(families):
    """The words of a sentence, and its phrases of two and three."""
    return {tuple(families[i:i + n]) for n in (1, 2, 3) for i in range(len(families) - n + 1)}


def count(sources, folder, held, expected):
    """Adds, for each kind, the answers' sentences that hold a step's word, and how many would by chance."""
    def column(name, code):
        data = array.array(code)
        with open(os.path.join(folder, name), "rb") as file:
            data.frombytes(file.read())
        return data

    word_of = dict(line.split("\t", 1) for line in lines(folder + "/words.tsv"))
    words, begin, end = column("token_word.u32", "I"), column("token_begin.u32", "I"), column("token_end.u32", "I")
    first, articles = column("sentence_token.u32", "I"), column("article_sentence.u32", "I")
    asked, ask_token, ask_article = column("question_word.u32", "I"), column("ask_token.u32", "I"), column("ask_article.u32", "I")
    cached = {}

    def sentences(article):
        if article not in cached:
            cached[article] = [(begin[first[s]], end[first[s + 1] - 1], phrases([sources.family_of(word_of[str(w)]) for w in words[first[s]:first[s + 1]]]))
                               for s in range(articles[article], articles[article + 1]) if first[s + 1] > first[s]]
        return cached[article]

    with open(folder + "/asks.jsonl", encoding="utf-8") as file:
        for i, line in enumerate(file):
            places = json.loads(line)["begin"]
            text = sentences(ask_article[i])
            gold = [any(b <= place < e for place in places) for b, e, _ in text]
            if not any(gold):
                continue
            question = [word_of[str(w)] for w in asked[ask_token[i]:ask_token[i + 1]]]
            families = list(map(sources.family_of, question))
            steps = set()
            for key in phrases(families):
                steps.update(sources.steps.get(key, ()))
            steps.update(((f,), "same") for f, w in zip(families, question) if w not in sources.stop and w[:1].isalnum())
            kinds = collections.Counter(target for target, _ in steps)
            for target, kind in steps:
                if kind == "dictionary" and kinds[target] > 1:
                    continue  # where another source has the step too, that one's strength counts
                having = [g for g, (_, _, there) in zip(gold, text) if target in there]
                held[kind] += sum(having)
                expected[kind] += len(having) * sum(gold) / len(gold)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sources = Sources(sys.argv[1])
    shares = collections.defaultdict(list)
    for folder in sys.argv[2:]:
        held, expected = collections.Counter(), collections.Counter()
        count(sources, folder, held, expected)
        lift = {kind: math.log((held[kind] + PSEUDO) / (expected[kind] + PSEUDO)) for kind in expected}
        for kind in lift:
            shares[kind].append(lift[kind] / lift["same"])
            print("%s: %s, lift %.2f of %d" % (folder, kind, math.exp(lift[kind]), expected[kind]), file=sys.stderr)
    print("# What a step from a question's word to a text's is worth: tools/train/words/strengths.py wrote this.")
    for kind in sorted(set(shares) - {"same"}):
        print(kind, max(0, min(250, round(255 * sum(shares[kind]) / len(shares[kind])))))


if __name__ == "__main__":
    main()
