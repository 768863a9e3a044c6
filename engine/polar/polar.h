// In: a Ranking for a yes/no question. Out: the sentences that may settle it, with a yes or a no where one of them
// states or denies exactly that, beyond doubt (clause.h).
// Who may use it: pith_ask. The grammar here is English, as in engine/find/question.h.

#ifndef PITH_ENGINE_POLAR_POLAR_H_
#define PITH_ENGINE_POLAR_POLAR_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/index/index.h"
#include "engine/rank/candidates.h"
#include "engine/rank/ranking.h"
#include "engine/rank/weights.h"
#include "engine/reader/reader.h"

namespace pith {

struct PolarAnswer {
  uint32_t article, sentence;  // sentence from 0
  uint32_t begin, end;         // bytes of the verb or predicate judged, or of the whole sentence if there is none
  uint16_t confidence;         // that the sentence settles the question, in ten-thousandths
  uint8_t polarity;            // PITH_YES, PITH_NO or PITH_POLARITY_NONE
  bool opposite;               // a verb of the sentence is the opposite of one of the question
};

// Whether it is a yes/no question: "Did ...", "Is ...", without a choice ("Was it red or blue?").
bool IsPolar(const Language& language, const Query& query, const Question& question);

// Describes the sentences of a ranking, and calls visit(PolarAnswer, features) for each, its confidence still 0.
// `found`: what the reader found; null if it did not read. The trainer calls it too, and so sees what the engine sees.
// O(sentences * tokens * (tokens + question words)).
using PolarVisitor = void (*)(void* to, const PolarAnswer& answer, const int32_t features[kPolarFeatures]);
void DescribeSentences(const OpenedIndex& index, const Ranking& ranking, const ReaderFindings* found,
                       CandidateWork* work, PolarVisitor visit, void* to);

// Judges the sentences of a ranking as answers, best first; returns their number.
uint32_t JudgeSentences(const OpenedIndex& index, Bytes weights, const Ranking& ranking, const ReaderFindings* found,
                        CandidateWork* work, PolarAnswer answers[kReadSentences]);

}  // namespace pith

#endif  // PITH_ENGINE_POLAR_POLAR_H_
