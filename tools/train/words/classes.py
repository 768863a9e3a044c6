"""The class of a noun's main sense, as NounClass of engine/format/kinds.h names them."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../common"))
from shapes import SHAPES  # noqa: E402

BY_LEXNAME = {
    "Tops": "thing", "act": "act", "animal": "animal", "artifact": "artifact", "attribute": "attribute", "body": "body",
    "cognition": "cognition", "communication": "communication", "event": "event", "feeling": "feeling", "food": "food",
    "group": "group", "location": "place", "motive": "cause", "object": "thing", "person": "person",
    "phenomenon": "phenomenon", "plant": "plant", "possession": "money", "process": "phenomenon", "quantity": "quantity",
    "relation": "relation", "shape": "thing", "state": "state", "substance": "substance", "time": "time",
}

# Hypernyms that decide before the lexicographer's file does: (class, lemma, number of its noun sense from 1); the first
# that is found going up from the noun wins.
BY_HYPERNYM = [
    ("person", "person", 1), ("country", "country", 1), ("country", "country", 2), ("country", "kingdom", 2),
    ("city", "municipality", 1), ("city", "city", 1), ("city", "town", 1), ("city", "village", 1),
    ("city", "capital", 3), ("city", "settlement", 6),
    ("organization", "organization", 1), ("organization", "legislature", 1), ("organization", "institution", 1),
    ("organization", "military_unit", 1), ("organization", "court", 1), ("organization", "team", 1),
    ("organization", "band", 2), ("organization", "army", 1), ("people", "people", 1), ("people", "gathering", 1),
    ("people", "kin", 2), ("people", "crowd", 1), ("people", "ethnic_group", 1), ("people", "population", 1),
    ("building", "structure", 1), ("building", "facility", 1), ("building", "building", 1), ("building", "room", 1),
    ("landform", "geological_formation", 1), ("landform", "body_of_water", 1), ("landform", "land", 4),
    ("landform", "island", 1), ("landform", "continent", 1),
    ("time_unit", "time_unit", 1), ("unit", "unit_of_measurement", 1), ("money", "monetary_unit", 1),
    ("money", "currency", 1), ("money", "money", 1), ("money", "cost", 1), ("money", "price", 1), ("money", "price", 2),
    ("quantity", "magnitude", 1), ("quantity", "rate", 1), ("quantity", "ratio", 1), ("quantity", "proportion", 1),
    ("quantity", "number", 1), ("quantity", "number", 2),
    ("work", "publication", 1), ("work", "book", 1), ("work", "movie", 1), ("work", "musical_composition", 1),
    ("work", "work_of_art", 1), ("work", "literary_composition", 1), ("work", "play", 1), ("work", "show", 3),
    ("work", "broadcast", 2), ("work", "album", 1), ("work", "picture", 1), ("work", "story", 1), ("work", "opera", 1),
    ("vehicle", "vehicle", 1), ("vehicle", "craft", 2),
    ("color", "color", 1), ("language", "natural_language", 1), ("language", "language", 1), ("name", "name", 1),
    ("name", "title", 3), ("disease", "ill_health", 1), ("disease", "disease", 1), ("disease", "symptom", 1),
    ("cause", "reason", 1), ("cause", "reason", 2), ("cause", "cause", 1), ("cause", "motivation", 1),
    ("manner", "manner", 1), ("manner", "method", 1), ("manner", "means", 1), ("manner", "means", 2),
    ("manner", "technique", 1), ("animal", "animal", 1), ("plant", "plant", 2), ("food", "food", 1),
]

# Where the dictionary's first sense is not what a question means.
BY_WORD = {
    "second": "time_unit", "minute": "time_unit", "hour": "time_unit", "day": "time_unit", "night": "time_unit",
    "week": "time_unit", "weekend": "time_unit", "month": "time_unit", "quarter": "time_unit", "season": "time_unit",
    "year": "time_unit", "decade": "time_unit", "century": "time_unit", "millennium": "time_unit", "fortnight": "time_unit",
    "government": "organization", "parliament": "organization", "congress": "organization", "senate": "organization",
    "company": "organization", "police": "organization", "agency": "organization", "party": "organization",
    "bank": "organization", "alliance": "organization", "union": "organization", "council": "organization",
    "committee": "organization", "club": "organization", "people": "people", "family": "people", "crew": "people",
    "country": "country", "nation": "country", "state": "country", "city": "city", "town": "city", "capital": "city",
    "village": "city", "suburb": "city", "place": "place", "area": "place", "percentage": "quantity", "percent": "quantity",
    "number": "quantity", "amount": "quantity", "age": "quantity", "population": "quantity", "length": "quantity",
    "height": "quantity", "weight": "quantity", "distance": "quantity", "speed": "quantity", "temperature": "quantity",
    "depth": "quantity", "width": "quantity", "size": "quantity", "way": "manner", "reason": "cause", "purpose": "cause",
    "language": "language", "color": "color", "colour": "color", "name": "name", "nickname": "name", "film": "work",
    "movie": "work", "song": "work", "book": "work", "novel": "work", "newspaper": "work", "magazine": "work",
    "general": "person", "official": "person", "chief": "person", "individual": "person", "criminal": "person",
    "native": "person", "founder": "person", "university": "organization", "ministry": "organization",
    "resignation": "act", "presidency": "state", "u.s.": "country", "usa": "country", "u.k.": "country", "uk": "country",
    "date": "time", "fuel": "substance", "gas": "substance", "president": "person", "salary": "money", "budget": "money",
}


UNKNOWN = {*BY_LEXNAME.values(), *(name for name, _, _ in BY_HYPERNYM), *BY_WORD.values()} - {*SHAPES["noun_classes"]}
if UNKNOWN:
    raise ValueError(f"no classes of nouns: {sorted(UNKNOWN)}")


class Classifier:
    def __init__(self, wordnet, countries):
        self.wordnet = wordnet
        self.countries = countries
        self.deciding = {}
        for name, lemma, number in BY_HYPERNYM:
            senses = wordnet.senses.get((lemma, "n"), [])
            if number <= len(senses):
                self.deciding.setdefault(senses[number - 1], name)
            else:
                raise ValueError(f"WordNet has no sense {number} of the noun {lemma}")

    def of_lemma(self, lemma):
        """The class of a noun, "-" where it is none, or seldom one."""
        if lemma in self.countries:
            return "country"
        if lemma in BY_WORD:
            return BY_WORD[lemma]
        senses = self.wordnet.senses.get((lemma, "n"))
        if not senses:
            return "-"
        counts = {pos: self.wordnet.counts[lemma, pos] for pos in "nvar"}
        if counts["n"] * 8 < sum(counts.values()) or counts["n"] < 2 * counts["a"]:
            return "-"
        for synset in self.wordnet.ancestors(senses[0]):
            if synset in self.deciding:
                return self.deciding[synset]
        return BY_LEXNAME[self.wordnet.synsets[senses[0]].lexname]
