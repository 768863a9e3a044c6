// How the facts of a sentence support a candidate: it fills a place of a fact whose words are the question's.

#ifndef PITH_ENGINE_RANK_FACT_SUPPORT_H_
#define PITH_ENGINE_RANK_FACT_SUPPORT_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/format/records.h"
#include "engine/index/part.h"
#include "engine/rank/scan.h"

namespace pith {

inline constexpr uint32_t kSupportFacts = 10;  // per sentence; further ones are ignored

enum FactPlace : uint32_t { kFactSubject, kFactRelation, kFactObject, kFactWhere, kFactWhen };

// The facts of one sentence, with the question words that they contain.
struct SentenceFacts {
  struct Phrase {
    uint32_t string;           // string number, or kNone
    uint32_t begin, end;       // its bytes in the text; empty: the sentence says it in another way ("he")
    uint64_t held;             // words of the query that it contains, one bit each
    uint8_t content, matched;  // number of content words, and of those that mean words of the query
  };
  struct Fact {
    Phrase phrases[kFactWhen];
    uint32_t when;  // value number, or kNone
    uint8_t share;  // share of the query's weight that the whole fact contains, 0..16
  };
  uint32_t count;
  Fact all[kSupportFacts];
};

// How well a fact supports a candidate, each 0..16; all 0 if the candidate is in no place of any fact.
struct FactSupport {
  uint8_t inside;    // share of the candidate's bytes that lie in that place
  uint8_t fit;       // less if the place is longer: twice the common bytes, as a share of both lengths
  uint8_t share;     // share of the query's weight that the fact contains
  uint8_t relation;  // of the words that relate the fact to the candidate, the share that are the query's
};

// Reads the facts of the sentence in `scan`. O(facts * words).
void ReadFacts(const Language& language, const Part& part, const Query& query, const Matches& matches, const Scan& scan,
               SentenceFacts* out);

// The places of a fact that can answer a question, one bit each; none if it asks why or how.
uint32_t AnsweringPlaces(const Question& question);

// The best support by any fact for a candidate in one of `places`. `span`: its bytes in the text; `entity`, `value`:
// its numbers (kNone16: none). O(facts).
FactSupport SupportOf(const Part& part, const SentenceFacts& facts, uint32_t places, Range span, uint16_t entity,
                      uint16_t value);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_FACT_SUPPORT_H_
