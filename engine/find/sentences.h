// In: the words of a question or search, an opened index. Out: what is asked (question.h), which terms of an article
// the words mean (match.h), the sentences worth looking into (here), the facts about a subject (lookup.h). Who may use
// it: engine/rank and all above it; search, summaries and lookup need nothing more than this folder.

#ifndef PITH_ENGINE_FIND_SENTENCES_H_
#define PITH_ENGINE_FIND_SENTENCES_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/retrieve.h"
#include "engine/index/index.h"

namespace pith {

// Offers the sentences of `article`, or with PITH_ALL_ARTICLES those of the articles most worth looking into, to
// `best`; returns how many it then holds. `matches` and `retrieve` are scratch space. Cost: that of RetrieveArticles,
// and of FindMatches and RetrieveSentences for each article.
uint32_t FindSentences(const OpenedIndex& index, uint32_t article, const Query& query, Matches* matches,
                       RetrieveWork* retrieve, BestSentences* best);

// A sentence's score as a share of the best one's, which is not 0: 0..16.
uint32_t ScoreShare(uint32_t score, uint32_t best);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SENTENCES_H_
