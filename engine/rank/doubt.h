// Whether a candidate is an answer at all: what the question holds that the sentence and the article lack, how far the
// candidate leads, what facts say. A small learned network, and a few rules for what its training data is silent on.

#ifndef PITH_ENGINE_RANK_DOUBT_H_
#define PITH_ENGINE_RANK_DOUBT_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/rank/ranking.h"
#include "engine/rank/weights.h"

namespace pith {

// What counts for candidate `number` of ranking.kept being right, against the best one that does not overlap it.
// O(kept).
void ExtractDoubt(const Ranking& ranking, uint32_t number, int32_t features[kDoubtFeatures]);

// The learned log-odds, in 1/kLogOddsUnit, that candidate `number` is right.
int64_t DoubtLogOdds(Bytes weights, const Ranking& ranking, uint32_t number);

// What rules add to the learned log-odds of candidate `number`: for cases too rare in the data that the weights were
// learned from, where people ask about what the article holds.
int64_t RuleLogOdds(const Ranking& ranking, uint32_t number);

// The probability that candidate `number` is right, in ten-thousandths.
uint32_t Confidence(Bytes weights, const Ranking& ranking, uint32_t number);

// "How many pilots": whether the sentence speaks of no pilots, and the article lacks a word of the question.
bool LacksFocus(const ScoredCandidate& candidate);

// Whether a fact of its sentence says that the candidate answers the question.
bool IsSaidByFact(const ScoredCandidate& candidate);

// A feature that holds or not.
inline int32_t YesNo(bool b) { return b ? static_cast<int32_t>(kWholly) : 0; }

}  // namespace pith

#endif  // PITH_ENGINE_RANK_DOUBT_H_
