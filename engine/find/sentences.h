// In: the words of a question or search, and an opened index. Out: what is asked (question.h), which terms of an
// article the words mean (match.h), the sentences worth looking into (here), and the facts about a subject (lookup.h).
// Who may use it: engine/rank and everything above; search, summaries and lookup need no other folder after this one.

#ifndef PITH_ENGINE_FIND_SENTENCES_H_
#define PITH_ENGINE_FIND_SENTENCES_H_

#include <cstdint>

#include "engine/find/articles.h"
#include "engine/find/correct.h"
#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/retrieve.h"
#include "engine/find/search_filter.h"
#include "engine/find/spellings.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"

namespace pith {

inline constexpr uint32_t kRoundArticles = 16;   // looked into together
inline constexpr uint32_t kRankedArticles = 48;  // ranked at once, by searches that want more than one round

// The stages of a search for sentences.
enum class FindStage : uint8_t { kCorrections, kArticles, kArticle, kSpellings, kSentences, kDone };

// A search for sentences, in steps. The articles are worked on in turn: `matches` are those of the current one.
struct FindWork {
  FindStage stage;
  bool one;             // one article is searched, rather than an index
  bool later;           // these are not the first that were ranked
  uint32_t at;          // of the query's words to be corrected, then of the articles
  uint32_t ranked;      // articles
  uint32_t most;        // of them, at once
  uint32_t begin, end;  // those of this round
  ScoredArticle last;   // of those ranked before, if there were any
  ScoredArticle article[kRankedArticles];
  Matches matches;
  Wanted wanted;  // in one article
  union {
    Correction correction;
    ArticleWork ranking;
    SpellingWork spellings;  // in one article
    struct {
      RetrieveWork retrieve;
      Meanings meanings;  // in an index
    };
  };

  FindWork() {}  // left as it comes
};

// Begins to find the sentences of `article`, or with PITH_ALL_ARTICLES those of the first round of an index: the
// kRoundArticles articles that are most about the query. An index of one article is searched as that article. Nothing
// is wanted.
void BeginFinding(const OpenedIndex& index, uint32_t article, FindWork* work);

// Has a search that has begun order sentences by what they offer a question of this kind as well, if it is of one
// article and asks for more than a yes or a no, which any sentence says that has the words. Across articles the words
// decide, because many an article has some number or person.
void Want(const Language& language, AskKind kind, FindWork* work);

// Begins the next round. False if there was one article to search, or the round before was the last.
bool BeginNextRound(FindWork* work);

// Goes on with the search: offers sentences that `filter` takes (null: all) to `best`, and notes in the query what its
// misspelled words stand for. In a round, a sentence gets a share of its article's score, and an article of which no
// sentence has any of the words, only the title, is spoken for by its first sentence. Returns whether more is to be
// done after a pause. If the meter is spent, `best` holds the best that were seen. Cost: CorrectWord for each word,
// StepArticles, and FindMatches, FindSpellings and RetrieveSentences for each article.
bool StepFinding(const OpenedIndex& index, Query* query, const SearchFilter* filter, FindWork* work, Meter* meter,
                 BestSentences* best);

// Finds all of an article or of the first round at once, and returns how many sentences `best` then holds.
uint32_t FindSentences(const OpenedIndex& index, uint32_t article, Query* query, FindWork* work, Meter* meter,
                       BestSentences* best);

// Looks into the articles of a round once more, for the next page of it.
void FindAgain(const OpenedIndex& index, Query* query, const SearchFilter* filter, FindWork* work, Meter* meter,
               BestSentences* best);

// Finds the matches of a query in one article, misspelled words included.
void FindAllMatches(const OpenedIndex& index, const Part& part, uint32_t article, Query* query, FindWork* work,
                    Meter* meter);

// A sentence's score as a share of the best score, which must not be 0: 0..16.
uint32_t ScoreShare(uint32_t score, uint32_t best);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SENTENCES_H_
