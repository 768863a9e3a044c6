#!/usr/bin/env python3
"""Makes tools/models/en/opposites.tsv: pairs of words that mean opposite things ("open", "close"), a line each.

  tools/train/words/opposites.py [--wordnet DIR] [-o FILE]

In: the antonyms of WordNet, of verbs, adjectives and adverbs, where the sense is among the first of both words, and
words.tsv, whose words they must be. Nouns are left out: "husband" and "wife" are two sides of one thing. Beside them the
dimensions of a thing, of which one excludes the other, "48 kilometres long" does not say how high; and what may have
happened to people: of those who were injured it is not said that they died; and colors and ordinals: the yellow flag
is not the red one. Needs Debian's wordnet-base; the same input gives the same output.
"""
import argparse
import os

from wordnet import WordNet

HERE = os.path.dirname(os.path.abspath(__file__))
MODELS = os.path.join(HERE, "..", "..", "models", "en")
SENSES = 3
# Words of one group say the same dimension. No verbs: "the stone weighs 3 kilos" does not deny that it is wide.
DIMENSIONS = (("wide", "broad"), ("high", "tall", "altitude", "elevation"), ("deep",), ("long",), ("thick",), ("heavy",),
              ("away", "apart"))
# Members exclude one another.
COLORS = "red", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "grey", "gray"
ORDINALS = "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
HARMS = (("die", "kill"), ("injure", "hurt", "wound", "treat"), ("survive", "escape", "rescue", "evacuate"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wordnet", default="/usr/share/wordnet")
    parser.add_argument("-o", default=os.path.join(MODELS, "opposites.tsv"))
    args = parser.parse_args()
    wordnet = WordNet(args.wordnet)
    with open(os.path.join(MODELS, "words.tsv"), encoding="utf-8") as f:
        known = {line.split("\t")[0] for line in f if not line.startswith("#")}

    def is_common(word, synset):
        return synset.id in wordnet.senses[word, synset.id[0]][:SENSES]

    pairs = set()
    for synset in wordnet.synsets.values():
        if synset.id[0] == "n":
            continue
        for sign, target, source_word, target_word in synset.pointers:
            if sign != "!" or source_word == 0:
                continue
            other = wordnet.synsets[target]
            a, b = synset.words[source_word - 1].lower(), other.words[target_word - 1].lower()
            if a in known and b in known and is_common(a, synset) and is_common(b, other):
                pairs.add((min(a, b), max(a, b)))
    for groups in (DIMENSIONS, HARMS):
        for i, group in enumerate(groups):
            pairs.update((min(a, b), max(a, b)) for other in groups[:i] for a in group for b in other)
    for members in (COLORS, ORDINALS):
        pairs.update((min(a, b), max(a, b)) for i, b in enumerate(members) for a in members[:i])
    pairs.discard(("gray", "grey"))
    with open(args.o, "w", encoding="utf-8") as out:
        for a, b in sorted(pairs):
            out.write("%s\t%s\n" % (a, b))


if __name__ == "__main__":
    main()
