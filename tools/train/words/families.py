"""Which words share a family: inflected forms, derivations that keep the meaning, countries and their peoples."""

import os

import numpy as np

# Endings of nouns, adjectives and adverbs that keep the sense of what they are derived from. Those that make persons of it
# ("governor", "leader") do not: they become relatives instead.
KEEPING = ("ation ition ution tion sion ion ment al ance ence ancy ency ure age ing y ness ity ty ility bility th cy ce ly "
           "ally ial ical ic ous ious ful ary ery ed ize ise ify ization isation ification").split()
THINGS = ("organization", "people", "building", "artifact", "work", "food", "substance", "animal", "plant", "place")
OWN_NOUN = 5  # occurrences in WordNet's tagged texts that make a form in "-ing" a noun of its own
COMMON = 5      # occurrences in WordNet's tagged texts from which on a noun is no rarity
CLOSE = 0.40  # least cosine of the vectors of a word and its derivation


def common_prefix(a, b):
    return len(os.path.commonprefix([a, b]))


def read_corrections(path):
    """families.txt: word -> the family it belongs to, and pairs that are no family."""
    together, apart = {}, set()
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                kind, words = line.split(":")
                words = words.split()
                if kind == "together":
                    together.update((word, words[0]) for word in words)
                else:
                    apart.add((words[0], words[1]))
    return together, apart


class Families:
    def __init__(self, wordnet, vectors, classifier, closed, corrections):
        self.wordnet = wordnet
        self.together, self.apart = corrections
        self.vectors = vectors        # word -> unit vector
        self.classifier = classifier
        self.closed = closed
        self.base = self._bases()     # lemma -> the lemma that it is derived from
        self.peoples = self._peoples()  # "russian" -> "russia"

    def cosine(self, a, b):
        if a not in self.vectors or b not in self.vectors:
            return 0.0
        return float(np.dot(self.vectors[a], self.vectors[b]))

    def family_of(self, word):
        """The lemma that names the word's family."""
        if word in self.closed:
            return word
        if word in self.together:
            return self.together[word]
        lemma = self._lemma(word)
        for _ in range(3):
            if lemma in self.together:
                return self.together[lemma]
            if lemma in self.peoples:
                return self.peoples[lemma]
            if lemma not in self.base:
                break
            lemma = self.base[lemma]
        return lemma

    def _lemma(self, word):
        wordnet = self.wordnet
        own = max((wordnet.counts[word, pos] for pos in "nvar"), default=0) if wordnet.is_lemma(word) else -1
        if word in self.peoples:
            return word
        if word in wordnet.proper:
            return self.common_plural(word) or word
        best, best_count = word, own
        for lemma, pos in sorted(wordnet.lemmas_of(word)):
            count = wordnet.counts[lemma, pos]
            if pos == "a" and (lemma[0] != word[0] or own >= 0):
                continue  # "better" is more than a form of "good", "officer" no more of a thing than "office"
            if lemma in wordnet.proper and lemma not in self.peoples and own < 0 and pos != "n":
                continue
            if pos == "v" and own >= OWN_NOUN and word.endswith("ing") and self.classifier.of_lemma(word) in THINGS:
                continue  # a "building" more than building
            # A regular verb form that is an adjective or noun too ("injured", "killing") still tells of the verb.
            participle = pos == "v" and word.endswith(("ed", "ing")) and self._same_sense(word, lemma)
            if participle:
                count = max(count, best_count + 1)
            if count > best_count or (count == best_count and len(lemma) < len(best) and own < 0):
                best, best_count = lemma, count
        if best == word and own < 0 and word.endswith("s") and word[:-1] in self.peoples:
            return word[:-1]
        return best

    def common_plural(self, word):
        """The common noun whose plural a word is although WordNet knows it as a name: "rivers", "bridges"."""
        wordnet = self.wordnet
        nouns = [lemma for lemma, pos in sorted(wordnet.lemmas_of(word))
                 if pos == "n" and lemma not in wordnet.proper and wordnet.counts[lemma, "n"] >= COMMON]
        return nouns[0] if nouns else None

    def _same_sense(self, word, verb):
        if self.classifier.of_lemma(word) not in ("-", "act", "event", "state", "phenomenon", "thing"):
            return False
        return self.cosine(word, verb) >= CLOSE or word not in self.vectors

    def _bases(self):
        """For each lemma at most one other that it is derived from: the shorter, better known one."""
        base = {}
        for a, b in self.derivations():
            derived, source = (a, b) if len(a) > len(b) or (len(a) == len(b) and a > b) else (b, a)
            if derived in self.closed or source in self.closed or {(derived, source), (source, derived)} & self.apart:
                continue
            if self.wordnet.counts[source, "n"] + self.wordnet.counts[source, "v"] + self.wordnet.counts[source, "a"] == 0:
                continue  # a back-formation that nobody uses
            shared = common_prefix(derived, source)
            ending = derived[shared:]
            if shared < 4 or len(source) - shared > 2 or not any(
                    ending == k or (ending.endswith(k) and len(ending) <= len(k) + 2) for k in KEEPING):
                continue
            if derived in self.wordnet.proper or source in self.wordnet.proper:
                continue
            kind = self.classifier.of_lemma(derived)
            if kind == "person" and self.classifier.of_lemma(source) != "person":
                continue
            if kind in THINGS:
                continue  # "government" is more than governing
            if self.cosine(derived, source) < CLOSE:
                continue
            if derived not in base or self.cosine(derived, source) > self.cosine(derived, base[derived]):
                base[derived] = source
        return base

    def derivations(self):
        """Pairs of single-word lemmas that WordNet links as derivationally related, or as adjective and noun, adverb."""
        pairs = set()
        for synset in self.wordnet.synsets.values():
            for sign, target, from_word, to_word in synset.pointers:
                if sign not in ("+", "\\") or from_word == 0:
                    continue
                a = synset.words[from_word - 1].lower()
                b = self.wordnet.synsets[target].words[to_word - 1].lower()
                if a != b and a.isalpha() and b.isalpha():
                    pairs.add((min(a, b), max(a, b)))
        return sorted(pairs)

    def _peoples(self):
        """Adjectives, peoples and second names of countries and places: "Kazakh" -> "kazakhstan", "uk" -> "britain"."""
        places = {}
        for synset in sorted(self.wordnet.synsets.values(), key=lambda s: s.id):
            if synset.id[0] == "n" and synset.lexname == "location":
                names = [w.lower() for w in synset.words if w[0].isupper() and "_" not in w and "-" not in w]
                first = [w for w in names if self.wordnet.senses[w, "n"][0] == synset.id or w in self.classifier.countries]
                country = next((w for w in names if w in self.classifier.countries), None)
                second = [w for w in names if country and w not in first and ("." in w or common_prefix(w, country) >= 4)]
                if first:
                    places[synset.id] = first + second
        peoples = {}

        def join(word, place):
            if word != place and word not in self.classifier.countries and word not in self.closed:
                peoples.setdefault(word, place)

        for synset_id, names in places.items():
            head = max(names, key=lambda w: (w in self.classifier.countries, w in self.vectors, len(w)))
            if head in self.classifier.countries:
                for name in names:
                    join(name, head)
            for sign, target, from_word, to_word in self.wordnet.synsets[synset_id].pointers:
                if sign != "+" or to_word == 0:
                    continue
                word = self.wordnet.synsets[target].words[to_word - 1].lower()
                if word.isalpha() and word in self.wordnet.proper and common_prefix(word, head) >= 3:
                    join(word, head)
        for synset in sorted(self.wordnet.synsets.values(), key=lambda s: s.id):
            if synset.lexname != "adj.pert":
                continue
            for sign, target, from_word, _ in synset.pointers:
                if sign == "\\" and target in places:
                    word = synset.words[max(from_word, 1) - 1].lower()
                    names = places[target]
                    head = max(names, key=lambda w: (w in self.classifier.countries, w in self.vectors, len(w)))
                    if word.isalpha():
                        join(word, head)
        return peoples
