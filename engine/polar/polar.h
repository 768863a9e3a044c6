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
};

// Whether it is a yes/no question: "Did ...", "Is ...", without a choice ("Was it red or blue?").
bool IsPolar(const Language& language, const Query& query, const Question& question);

// A sentence as an answer, its confidence still 0, and what speaks for and against it.
struct DescribedSentence {
  PolarAnswer answer;
  int64_t rules;  // log-odds that rules add to the learned ones: refusals, replies, rows
  int32_t features[kPolarFeatures];
};

// Describes the sentences of a ranking, in its order; returns their number. `found`: what the reader found; null if it
// did not read. The trainer calls it too, and so sees what the engine sees. O(sentences * tokens * (tokens + question
// words)).
uint32_t DescribeSentences(const OpenedIndex& index, const Ranking& ranking, const ReaderFindings* found,
                           CandidateWork* work, DescribedSentence out[kReadSentences]);

// Judges the sentences of a ranking as answers, best first; returns their number.
uint32_t JudgeSentences(const OpenedIndex& index, Bytes weights, const Ranking& ranking, const ReaderFindings* found,
                        CandidateWork* work, PolarAnswer answers[kReadSentences]);

}  // namespace pith

#endif  // PITH_ENGINE_POLAR_POLAR_H_
