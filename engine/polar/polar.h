// In: a Ranking whose question is one for yes or no. Out: the sentences that may settle it, and a yes or a no where one
// states or denies just that, beyond doubt (clause.h).
// Who may use it: pith_ask. The grammar here is English, as that of engine/find/question.h is.

#ifndef PITH_ENGINE_POLAR_POLAR_H_
#define PITH_ENGINE_POLAR_POLAR_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/index/index.h"
#include "engine/rank/candidates.h"
#include "engine/rank/ranking.h"

namespace pith {

struct PolarAnswer {
  uint32_t article, sentence;  // sentence from 0
  uint32_t begin, end;         // bytes of the text: the verb or predicate that it goes by; the sentence where none does
  uint16_t confidence;         // that the sentence settles the question
  uint8_t polarity;            // PITH_YES, PITH_NO or PITH_POLARITY_NONE
};

// Whether it is a yes/no question: "Did ...", "Is ...", without a choice ("Was it red or blue?").
bool IsPolar(const Language& language, const Query& query, const Question& question);

// The sentences of a ranking as answers, best first; returns their number.
// O(sentences * tokens * (tokens + question words)).
uint32_t JudgeSentences(const OpenedIndex& index, const Ranking& ranking, CandidateWork* work,
                        PolarAnswer answers[kReadSentences]);

}  // namespace pith

#endif  // PITH_ENGINE_POLAR_POLAR_H_
