// Finding the sentences that a query is about: BM25 over word families, with the article's own document frequencies and
// a share of the neighbouring sentences' scores.

#ifndef PITH_ENGINE_FIND_RETRIEVE_H_
#define PITH_ENGINE_FIND_RETRIEVE_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/index.h"
#include "engine/index/part.h"

namespace pith {

struct ScoredSentence {
  uint32_t article;
  uint32_t sentence;  // from 0
  uint32_t score;     // with the neighbours' share
};

// The best few, kept in order: best first, ties by position. A fixed array that the caller owns.
struct BestSentences {
  ScoredSentence* all;
  uint32_t capacity;
  uint32_t count;

  void Offer(ScoredSentence sentence);
};

// 16 times the binary logarithm of x (x > 0), rounded down to a sixteenth. Integers only: the same everywhere.
uint32_t Log2x16(uint32_t x);

inline constexpr uint32_t kParagraphSentences = 16;  // of a paragraph that are looked at together

// Where the walk over the postings of each match stands.
struct RetrieveWork {
  uint32_t at[kMaxMatches], end[kMaxMatches];
  uint32_t idf[kMaxMatches];
  uint32_t best[kMaxQueryWords];
  uint32_t paragraph[kMaxQueryWords];  // the best of each word in the paragraph
  uint32_t sentence[kParagraphSentences], score[kParagraphSentences];
};

// By what a word's weight is told: the article's own document frequencies, best within one article, or the language
// block's background alone, by which sentences of different articles compare.
enum class Weighting : uint8_t { kOwn, kBackground };

// Offers every sentence of the article that holds a match to `out`. One walk over the postings of the matches,
// document at a time, in memory that does not grow with the article (Robertson and Zaragoza 2009 for the formula).
void RetrieveSentences(const Part& part, uint32_t article, const Query& query, const Matches& matches,
                       Weighting weighting, RetrieveWork* work, BestSentences* out);

inline constexpr uint32_t kMaxVisitedArticles = 16;

// The articles worth looking into for a query, best first, by the library's own index; all of them where there are at
// most kMaxVisitedArticles. Returns their number.
uint32_t RetrieveArticles(const OpenedIndex& index, const Query& query, RetrieveWork* work,
                          uint32_t articles[kMaxVisitedArticles]);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_RETRIEVE_H_
