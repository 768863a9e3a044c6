// What all parts of a candidate's description share: the question, and the sentence that contains the candidate.

#ifndef PITH_ENGINE_RANK_CONTEXT_H_
#define PITH_ENGINE_RANK_CONTEXT_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/index/part.h"
#include "engine/rank/rows.h"
#include "engine/rank/scan.h"

namespace pith {

// The same for all candidates of a sentence. Consists of views, valid as long as what they point to.
struct SentenceContext {
  const Language* language;
  const Part* part;
  const Query* query;
  const Question* question;
  Scan* scan;               // caches the noun classes that have been looked up
  uint32_t content_weight;  // of the query, at least 1
  uint32_t rank;            // of the sentence, from 0
  uint32_t score_share;     // its score as a share of the best one's, 0..16
  uint64_t meant;           // bits of the query's words that it means without saying them
  Row row;                  // what it is as a row
  bool on_weekday;          // the query names a day of the week
  bool replies;             // it replies to this very question, which the text asks
  pith_text stated;         // what a fact of the article states about the noun asked for; empty: none does
};

}  // namespace pith

#endif  // PITH_ENGINE_RANK_CONTEXT_H_
