// In: the words of a question or search, and an opened index. Out: what is asked (question.h), which terms of an
// article the words mean (match.h), the sentences worth looking into (here), and the facts about a subject (lookup.h).
// Who may use it: engine/rank and everything above; search, summaries and lookup need no other folder after this one.

#ifndef PITH_ENGINE_FIND_SENTENCES_H_
#define PITH_ENGINE_FIND_SENTENCES_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/retrieve.h"
#include "engine/find/spellings.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"

namespace pith {

// The stages of a search for sentences.
enum class FindStage : uint8_t { kArticles, kArticle, kSpellings, kSentences, kDone };

// A search for sentences, in steps. The articles are worked on in turn: `matches` are those of the current one.
struct FindWork {
  FindStage stage;
  uint32_t at;        // of the articles
  uint32_t articles;  // worth looking into
  ScoredSentence article[kMaxVisitedArticles];
  Matches matches;
  union {
    SpellingWork spellings;
    RetrieveWork retrieve;
  };

  FindWork() {}  // left as it comes
};

// Begins to find the sentences of `article`, or with PITH_ALL_ARTICLES those of the articles most worth looking into.
void BeginFinding(const OpenedIndex& index, uint32_t article, const Query& query, FindWork* work);

// Goes on with the search: offers sentences to `best`, and notes in the query what its misspelled words stand for.
// Returns whether more is to be done after a pause. If the meter is spent, `best` holds the best that were seen.
// Cost: RetrieveArticles, and FindMatches, FindSpellings and RetrieveSentences for each article.
bool StepFinding(const OpenedIndex& index, Query* query, FindWork* work, Meter* meter, BestSentences* best);

// Finds all at once, and returns how many sentences `best` then holds.
uint32_t FindSentences(const OpenedIndex& index, uint32_t article, Query* query, FindWork* work, Meter* meter,
                       BestSentences* best);

// Finds the matches of a query in one article, misspelled words included.
void FindAllMatches(const Language& language, const Part& part, uint32_t article, Query* query, FindWork* work,
                    Meter* meter);

// A sentence's score as a share of the best score, which must not be 0: 0..16.
uint32_t ScoreShare(uint32_t score, uint32_t best);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SENTENCES_H_
