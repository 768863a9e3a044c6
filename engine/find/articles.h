// The articles of an index that a query is about, by the collection's postings (TERM, POST).

#ifndef PITH_ENGINE_FIND_ARTICLES_H_
#define PITH_ENGINE_FIND_ARTICLES_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"

namespace pith {

struct ScoredArticle {
  uint32_t article, score;
};

// The order of articles: the best first, equal ones in order of number.
inline bool operator<(const ScoredArticle& a, const ScoredArticle& b) {
  return a.score != b.score ? a.score > b.score : a.article < b.article;
}

using BestArticles = BestOf<ScoredArticle>;

inline constexpr uint32_t kArticleWindow = 448;
inline constexpr uint32_t kMaxCursors = 96;

// The postings of one meaning of a word, and how far they have been read.
struct PostingCursor {
  uint32_t at, end;
  uint16_t weight;  // of the word and the strength of the meaning together
  uint8_t word;     // of the query
  bool required;    // QueryWord::required
};

struct ArticleWork {
  uint32_t member;  // of the index: its articles are read
  uint32_t count;
  uint32_t least;                      // the first article of the next window
  PostingCursor cursors[kMaxCursors];  // word after word
  uint32_t sum[kArticleWindow];
  uint16_t best[kArticleWindow];
};

// Ranks the articles of an index for a query.
//
// An article's score is the sum over the query's words of the greatest impact of a meaning of the word. It depends on
// the article and the language block alone: the collection's own frequencies are left out, so that an article's rank
// does not change with its neighbors. Numbers of articles are taken a window at a time and the postings of a word at a
// time, which reads each posting once, in memory that does not grow with the index (after T. Strohman and W. B. Croft,
// "Efficient document retrieval in main memory", 2007, whose accumulators are for the whole collection).

// Places the cursors at the beginning. O(meanings * log terms).
void BeginArticles(const OpenedIndex& index, const Query& query, ArticleWork* work);

// Offers to `best` every article that has a word of the query, and all that are required and have postings at all. The
// meter counts the postings and the window. False if it has to go on after a pause, which comes between two windows.
// Of a set, one member is read after the other, each with cursors of its own. A meaning has one there if any member has
// articles with it, so a set stops at kMaxCursors where the linked index does.
// O(postings + words * articles / the width of a vector).
bool StepArticles(const OpenedIndex& index, const Query& query, ArticleWork* work, Meter* meter, BestArticles* best);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_ARTICLES_H_
