// Finding facts by their subject and the words of their relation: hashing and binary searches. The writer of an index
// makes its records with the same functions, so that the two never disagree.

#ifndef PITH_ENGINE_FIND_LOOKUP_H_
#define PITH_ENGINE_FIND_LOOKUP_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint32_t kMaxLookupWords = 16;  // content words of a subject or relation

// The hash of a subject with one more word. A subject of no words has the hash 0, and no other has.
uint32_t CombineKeys(uint32_t hash, uint32_t key);

// Where a record of kLookup stands in the table's order.
struct LookupPlace {
  uint32_t subject;
  uint16_t importance;  // of the fact: falling
  uint32_t fact;

  bool operator<(const LookupPlace& other) const {
    if (subject != other.subject) return subject < other.subject;
    if (importance != other.importance) return importance > other.importance;
    return fact < other.fact;
  }
};

// That of record `number`.
inline LookupPlace PlaceOf(const Part& part, uint32_t number) {
  const LookupRecord record = part.lookup[number];
  return {record.subject, part.facts[record.fact].importance, record.fact};
}

// What a phrase is looked up by. Determiners and stop words do not count unless nothing else is there ("she", "is"),
// nor do the titles that a subject begins with ("Mrs Verne" but "prime minister", "the president").
struct PhraseKeys {
  uint32_t subject = 0;  // hash of the keys of its words as a subject's; 0: it has none
  uint32_t head = 0;     // the hash of its head word alone: the last word before a preposition, "main airport of X"
  uint32_t size = 0;     // words in keys
  uint32_t keys[kMaxLookupWords];  // of its words as a relation's, titles included
};

// Reads a phrase's words. False for more than kMaxLookupWords or PITH_MAX_QUESTION_BYTES. O(bytes).
bool ReadPhrase(const Language& language, Bytes phrase, PhraseKeys* out);

// Reads a fact's relation. False as ReadPhrase is, and for more than kMaxRelationBytes. O(bytes).
inline constexpr uint32_t kMaxRelationBytes = 256;
bool ReadRelation(const Language& language, Bytes relation, PhraseKeys* out);

// A bit of 16 for each word of a relation: one that lacks a bit of another lacks a word of it. 0 for one that
// ReadRelation does not read.
uint16_t RelationFilter(const PhraseKeys& relation);

// Facts of one article (or PITH_ALL_ARTICLES) for pith_lookup, the most important first; returns their number, at
// most `capacity`. `relation` of no words finds any. O(articles * log facts + facts of the subject).
uint32_t FindFacts(const OpenedIndex& index, uint32_t article, const PhraseKeys& subject, const PhraseKeys& relation,
                   pith_fact* out, uint32_t capacity);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_LOOKUP_H_
