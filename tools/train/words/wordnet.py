"""WordNet 3.0 as Debian's wordnet-base ships it: lemmas, synsets, pointers, irregular forms, tag counts."""

import collections
import os
import re

LEXNAMES = ("adj.all adj.pert adv.all Tops act animal artifact attribute body cognition communication event feeling food "
            "group location motive object person phenomenon plant possession process quantity relation shape state "
            "substance time verb.body verb.change verb.cognition verb.communication verb.competition verb.consumption "
            "verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession verb.social "
            "verb.stative verb.weather adj.ppl").split()
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}

Synset = collections.namedtuple("Synset", "id lexname words pointers")  # pointers: (sign, target id, source, target)


class WordNet:
    def __init__(self, folder):
        self.synsets = {}                            # (pos, offset) -> Synset
        self.senses = collections.defaultdict(list)  # (lemma, pos) -> synset ids, the most frequent first
        self.irregular = collections.defaultdict(set)  # form -> {(lemma, pos)}
        self.counts = collections.Counter()          # (lemma, pos) -> occurrences in the tagged texts
        self.proper = set()                          # single-word lemmas that are only written with a capital
        plain = set()
        for pos, name in FILES.items():
            for line in self._lines(folder, "data." + name):
                fields = line.split(" | ")[0].split()
                offset, lexname, size = int(fields[0]), LEXNAMES[int(fields[1])], int(fields[3], 16)
                words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * i]) for i in range(size)]
                at = 4 + 2 * size
                pointers = []
                for i in range(int(fields[at])):
                    sign, target, target_pos, numbers = fields[at + 1 + 4 * i:at + 5 + 4 * i]
                    target_pos = "a" if target_pos == "s" else target_pos
                    pointers.append((sign, (target_pos, int(target)), int(numbers[:2], 16), int(numbers[2:], 16)))
                self.synsets[pos, offset] = Synset((pos, offset), lexname, words, pointers)
                for word in words:
                    (plain if word[0].islower() else self.proper).add(word.lower())
            for line in self._lines(folder, "index." + name):
                fields = line.split()
                senses = int(fields[2])
                self.senses[fields[0], pos] = [(pos, int(x)) for x in fields[-senses:]]
            for line in self._lines(folder, name + ".exc"):
                form, *lemmas = line.split()
                self.irregular[form].update((lemma, pos) for lemma in lemmas)
        self.proper -= plain
        for line in self._lines(folder, "cntlist.rev"):
            key, _, count = line.split()
            lemma, rest = key.split("%")
            self.counts[lemma, {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]] += int(count)

    @staticmethod
    def _lines(folder, name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file if not line.startswith(" ")]

    def is_lemma(self, word):
        return any((word, pos) in self.senses for pos in FILES)

    def ancestors(self, synset_id):
        """The synset and all above it, nearest first."""
        seen, queue = [synset_id], [synset_id]
        while queue:
            for sign, target, _, _ in self.synsets[queue.pop(0)].pointers:
                if sign in ("@", "@i") and target not in seen:
                    seen.append(target)
                    queue.append(target)
        return seen

    def lemmas_of(self, form):
        """The (lemma, pos) that `form` may be an inflected form of, not itself."""
        found = set(self.irregular.get(form, ()))
        for pos, endings in ENDINGS.items():
            for ending in endings:
                for cut in range(len(ending) + 3):  # the ending, with up to two letters that it took or doubled
                    stem = form[:len(form) - cut] if cut else form
                    for lemma in (stem, stem + "e", stem + "y", stem + "ie"):
                        if len(lemma) > 1 and (lemma, pos) in self.senses and form in regular_forms(lemma, ending):
                            found.add((lemma, pos))
        return {(lemma, pos) for lemma, pos in found if lemma != form and (lemma, pos) in self.senses}


ENDINGS = {"n": ("s",), "v": ("s", "ed", "ing"), "a": ("er", "est")}
VOWELS = "aeiou"


def regular_forms(lemma, ending):
    """How English spells `lemma` with an ending: one form, or two where usage differs ("focused", "focussed")."""
    last, before = lemma[-1], lemma[-2:-1]
    consonant_y = last == "y" and before not in VOWELS
    if ending == "s":
        if consonant_y:
            return [lemma[:-1] + "ies"]
        if lemma.endswith(("s", "x", "z", "ch", "sh")):
            return [lemma + "es"]
        return [lemma + "es", lemma + "s"] if last == "o" else [lemma + "s"]
    if ending == "ing":
        if lemma.endswith("ie"):
            return [lemma[:-2] + "ying"]
        if last == "e" and not lemma.endswith(("ee", "oe", "ye")):
            return [lemma[:-1] + "ing"]
    else:
        if consonant_y:
            return [lemma[:-1] + "i" + ending]
        if last == "e":
            return [lemma + ending[1:]]
    if last not in VOWELS + "wxyh" and before in VOWELS and lemma[-3:-2] not in VOWELS:
        syllables = len(re.findall("[aeiouy]+", lemma))
        doubled = lemma + last + ending
        return [doubled] if syllables == 1 and len(lemma) > 2 else [doubled, lemma + ending]
    return [lemma + ending]
