// Finds facts by their subject, their object and the words of their relation, with hashing and binary searches. The
// writer of an index builds its records with the same functions, so the two never disagree.

#ifndef PITH_ENGINE_FIND_LOOKUP_H_
#define PITH_ENGINE_FIND_LOOKUP_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint32_t kMaxLookupAliases = 32;  // of an entity; it is not found under further ones
inline constexpr uint32_t kMaxLookupWords = 16;    // of a subject, relation or object; further words do not count

// The hash of a subject with one more word. Only a subject of no words has the hash 0.
uint32_t CombineKeys(uint32_t hash, uint32_t key);

// The sort key of a record in kLookup.
struct LookupPlace {
  uint32_t key;
  uint16_t importance;  // of the fact; descending
  uint32_t fact;

  bool operator<(const LookupPlace& other) const {
    if (key != other.key) return key < other.key;
    if (importance != other.importance) return importance > other.importance;
    return fact < other.fact;
  }
};

// Sort key of lookup record `number`.
inline LookupPlace PlaceOf(const Part& part, uint32_t number) {
  const LookupRecord record = part.lookup[number];
  return {record.key, part.facts[record.fact].importance, record.fact};
}

// The keys by which a phrase is looked up. Determiners and stop words count only if there is nothing else ("she",
// "is"). Titles at the start of a name do not count, if other words follow ("Mrs Verne", but "prime minister", "the
// president").
struct PhraseKeys {
  uint32_t name = 0;  // the phrase as a subject or object: hash of the keys of its words; 0: it has none
  uint32_t head = 0;  // hash of its head word alone: the last word before a preposition, "main airport of X"
  uint32_t size = 0;  // number of keys
  uint32_t keys[kMaxLookupWords];  // the phrase as a relation: the keys of its words, titles included
};

// Reads the words of a phrase, the first kMaxLookupWords that count. False if it exceeds PITH_MAX_QUESTION_BYTES.
// O(bytes).
bool ReadPhrase(const Language& language, Bytes phrase, PhraseKeys* out);

// The keys in kLookup of a fact: of its subject's names and heads (PhraseKeys), and of its object's heads. A subject is
// found by its key alone, as most lookups need; an object is found by its head and then read, which takes half the
// room.
inline uint32_t SubjectKey(uint32_t name_or_head) { return name_or_head; }
inline uint32_t ObjectKey(uint32_t head) { return CombineKeys(head, 0); }

// Reads a fact's relation. False if ReadPhrase is, or if it exceeds kMaxRelationBytes. O(bytes).
inline constexpr uint32_t kMaxRelationBytes = 256;
bool ReadRelation(const Language& language, Bytes relation, PhraseKeys* out);

// A filter that sets one of 16 bits for each word of a relation. A relation whose filter lacks a bit of another's lacks
// a word of it. The filter of a relation that ReadRelation refuses is 0.
uint16_t RelationFilter(const PhraseKeys& relation);

// What facts to find. A phrase without words matches any, but the subject or the object needs some.
struct FactPattern {
  PhraseKeys subject, relation, object;
};

// Finds facts of one article (or PITH_ALL_ARTICLES) for pith_lookup, the most important first, but for the first
// `skip`. Returns their number, at most `capacity` and PITH_MAX_RESULTS. The meter counts articles, records and bytes
// of phrases; if it is spent, these are the best found until then. O(log articles + articles that have the subject, or
// else the object, * log facts + facts of these), again for each PITH_MAX_RESULTS skipped; of an index without LOOK,
// all articles are looked into.
uint32_t FindFacts(const OpenedIndex& index, uint32_t article, const FactPattern& pattern, uint32_t skip, Meter* meter,
                   pith_fact* out, uint32_t capacity);

// The number of the first of them in an article whose part is open; kNone if there is none. O(log facts + facts of the
// subject).
uint32_t FindFact(const Language& language, const Part& part, const FactPattern& pattern, Meter* meter);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_LOOKUP_H_
