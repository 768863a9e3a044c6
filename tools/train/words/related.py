"""Families near in meaning: synonyms and derivations from WordNet, weighed and completed by word vectors."""

import collections

import numpy as np

MOST = 6
LEAST_STRENGTH = 60
# Synonyms count where the cosine of their vectors is at least this for the sum of the ranks of their senses.
SYNONYM = [(0, 0.1), (1, 0.2), (4, 0.35), (8, 0.5)]
NEIGHBOR = 0.62   # least cosine of verbs that WordNet does not call synonyms but kinds of the same
VERY_NEAR = 0.72  # and of others


def strength_of_synonym(rank, cosine):
    return int(70 + 190 * max(0.0, cosine) - 12 * rank)


def find_related(wordnet, families, vectors, order):
    """family -> [(other family, strength)], strongest first. `order`: families, the most frequent first; `vectors`:
    family -> unit vector."""
    rank_of = {family: i for i, family in enumerate(order)}
    found = collections.defaultdict(dict)

    def cosine(a, b):
        return float(np.dot(vectors[a], vectors[b])) if a in vectors and b in vectors else 0.0

    def add(a, b, strength):
        if a != b and a in rank_of and b in rank_of and strength >= LEAST_STRENGTH:
            strength = min(strength, 240)
            found[a][b] = max(found[a].get(b, 0), strength)

    def both(a, b, strength):
        add(a, b, strength)
        add(b, a, strength)

    antonyms = set()
    family_of_lemma = {}

    def family(lemma):
        if lemma not in family_of_lemma:
            family_of_lemma[lemma] = families.family_of(lemma)
        return family_of_lemma[lemma]

    # Synonyms share a synset that is among the first senses of both.
    for synset in wordnet.synsets.values():
        single = [w.lower() for w in synset.words if w.isalpha()]
        for sign, target, from_word, to_word in synset.pointers:
            if sign == "!" and from_word:
                pair = synset.words[from_word - 1].lower(), wordnet.synsets[target].words[to_word - 1].lower()
                antonyms.add((family(pair[0]), family(pair[1])))
        for i, a in enumerate(single):
            for b in single[i + 1:]:
                rank = sum(wordnet.senses[w, synset.id[0]].index(synset.id) for w in (a, b))
                near = cosine(family(a), family(b))
                if any(rank <= most and near >= least for most, least in SYNONYM):
                    both(family(a), family(b), strength_of_synonym(rank / 2, near))

    # Derivations that are no family: "governor" and "govern", "choice" and "choose".
    for a, b in families.derivations():
        near = cosine(family(a), family(b))
        if near >= 0.3:
            both(family(a), family(b), int(80 + 140 * near))

    # Verbs whose vectors are near and that have a hypernym in common, or are one another's.
    verbs = [f for f in order if f in vectors and (f, "v") in wordnet.senses and f not in families.closed and
             wordnet.counts[f, "v"] * 3 > wordnet.counts[f, "n"]][:6000]
    matrix = np.stack([vectors[f] for f in verbs])
    kinds = [set().union(*(wordnet.ancestors(s)[:3] for s in wordnet.senses[f, "v"][:3])) for f in verbs]
    for i, a in enumerate(verbs):
        near = matrix @ matrix[i]
        for j in np.argsort(-near)[1:12]:
            if near[j] >= (NEIGHBOR if kinds[i] & kinds[j] else VERY_NEAR) and (a, verbs[j]) not in antonyms:
                both(a, verbs[j], int(40 + 150 * near[j]))

    # A noun for what it is a kind of: "truce" is an "agreement".
    for f in order[:20000]:
        senses = wordnet.senses.get((f, "n"))
        if not senses or f in wordnet.proper or f in families.closed:
            continue
        for sign, target, _, _ in wordnet.synsets[senses[0]].pointers:
            if sign == "@":
                for word in wordnet.synsets[target].words:
                    near = cosine(f, family(word.lower()))
                    if word.isalpha() and near >= 0.45:
                        both(f, family(word.lower()), int(40 + 120 * near))

    result = {}
    for f, others in found.items():
        kept = [(o, s) for o, s in others.items() if (f, o) not in antonyms and (o, f) not in antonyms]
        kept.sort(key=lambda pair: (-pair[1], rank_of[pair[0]]))
        if kept:
            result[f] = kept[:MOST]
    return result
