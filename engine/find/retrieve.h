// Finds the sentences that a query is about: BM25 over word families, with the article's own document frequencies and a
// share of the neighboring sentences' scores.

#ifndef PITH_ENGINE_FIND_RETRIEVE_H_
#define PITH_ENGINE_FIND_RETRIEVE_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/offers.h"
#include "engine/find/query.h"
#include "engine/find/search_filter.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"

namespace pith {

struct ScoredSentence {
  uint32_t article;
  uint32_t sentence;  // from 0
  uint32_t score;     // including the shares from neighbors and paragraph
};

// The order of results: the best first, equal ones in reading order.
inline bool operator<(const ScoredSentence& a, const ScoredSentence& b) {
  if (a.score != b.score) return a.score > b.score;
  return a.article != b.article ? a.article < b.article : a.sentence < b.sentence;
}

using BestSentences = BestOf<ScoredSentence>;

// 16 times the binary logarithm of x (x > 0), rounded down to an integer. Uses integers only, so it is the same
// everywhere.
uint32_t Log2x16(uint32_t x);

inline constexpr uint32_t kParagraphSentences = 16;  // sentences of a paragraph that are scored together

// The state of the walk over the postings of all matches.
struct RetrieveWork {
  uint32_t cursors;     // lists that are walked at once
  uint32_t document;    // the next sentence
  bool any;             // whether a sentence contained a match
  uint32_t waiting;     // sentences of a paragraph that are not offered yet
  uint32_t lead, led;   // the last question or title offered, kNone: none; the next sentence that it may lead
  uint32_t lead_score;  // what its score gives to those
  uint32_t at[kMaxMatches], end[kMaxMatches];
  uint32_t idf[kMaxMatches];
  uint8_t word[kMaxMatches];
  uint32_t best[kMaxQueryWords];
  uint32_t paragraph[kMaxQueryWords];  // each word's best in the paragraph
  uint32_t sentence[kParagraphSentences], score[kParagraphSentences];
};

// The source of a word's weight: the article's own document frequencies, which work best within one article, or only
// the language block's background weights, which make sentences of different articles comparable.
enum class Weighting : uint8_t { kOwn, kBackground };

// Prepares the walk of RetrieveSentences. O(matches).
void BeginRetrieving(const Part& part, const Query& query, const Matches& matches, Weighting weighting,
                     RetrieveWork* work);

// Offers to `out` every sentence of the article that contains a match and that `filter` takes, its score raised by
// `share` and by what it offers of what is wanted. Walks the postings of all matches once, document at a time, in
// memory that does not grow with the article (formula: Robertson and Zaragoza 2009). The meter counts the postings, and
// the candidates of sentences that may be among the best. False if it has to go on after a pause.
bool RetrieveSentences(const Part& part, uint32_t article, uint32_t share, const Query& query, const Wanted& wanted,
                       const SentenceFilter& filter, RetrieveWork* work, Meter* meter, BestSentences* out);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_RETRIEVE_H_
