// What the facts of a sentence say for a candidate: it fills a place of a fact whose words are the question's.

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

inline constexpr uint32_t kSupportFacts = 10;  // of a sentence; further ones are not looked at

enum FactPlace : uint32_t { kFactSubject, kFactRelation, kFactObject, kFactWhere, kFactWhen };

// The facts of one sentence, with what of the question they hold.
struct SentenceFacts {
  struct Phrase {
    uint32_t string;           // its number, or kNone
    uint32_t begin, end;       // bytes of the text where the sentence has it; empty: it says it otherwise ("he")
    uint64_t held;             // words of the query, a bit each
    uint8_t content, matched;  // content words, and those of them that are the query's
  };
  struct Fact {
    Phrase phrases[kFactWhen];
    uint32_t when;  // value number, or kNone
    uint8_t share;  // of the query's weight that all of it holds, 0..16
  };
  uint32_t count;
  Fact all[kSupportFacts];
};

// How far a fact supports a candidate, each 0..16; all 0 where no fact has it in one of its places.
struct FactSupport {
  uint8_t inside;    // of the candidate's bytes that stand in that place
  uint8_t fit;       // the same, less where the place holds more: twice the common bytes as a share of both
  uint8_t share;     // of the query's weight that the fact holds
  uint8_t relation;  // of the words that say what the fact tells of the candidate, those that are the query's
};

// Reads the facts of `scan`'s sentence. O(facts * words).
void ReadFacts(const Language& language, const Part& part, const Query& query, const Matches& matches, const Scan& scan,
               SentenceFacts* out);

// The places of a fact that can answer a question, a bit each; none, where it asks why or how.
uint32_t AnsweringPlaces(const Question& question);

// The support of the fact that says most for the bytes [span) of the text, of that entity and value (kNone16: none), in
// one of `places`. O(facts).
FactSupport SupportOf(const Part& part, const SentenceFacts& facts, uint32_t places, Range span, uint16_t entity,
                      uint16_t value);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_FACT_SUPPORT_H_
