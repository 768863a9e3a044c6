// In: the words of a question or search, and an opened index. Out: what is asked (question.h), which terms of an
// article the words mean (match.h), the sentences worth looking into (here), and the facts about a subject (lookup.h).
// Who may use it: engine/rank and everything above; search, summaries and lookup need no other folder after this one.

#ifndef PITH_ENGINE_FIND_SENTENCES_H_
#define PITH_ENGINE_FIND_SENTENCES_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/retrieve.h"
#include "engine/index/index.h"

namespace pith {

// Offers to `best` the sentences of `article`, or with PITH_ALL_ARTICLES those of the articles most worth looking into;
// returns how many `best` then holds. `matches` and `retrieve` are scratch space. Cost: RetrieveArticles, and
// FindMatches and RetrieveSentences for each article.
uint32_t FindSentences(const OpenedIndex& index, uint32_t article, const Query& query, Matches* matches,
                       RetrieveWork* retrieve, BestSentences* best);

// A sentence's score as a share of the best score, which must not be 0: 0..16.
uint32_t ScoreShare(uint32_t score, uint32_t best);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SENTENCES_H_
