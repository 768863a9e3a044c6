// Whether a candidate is an answer at all, judged by what the sentence and the article lack of the question, how far
// the candidate leads, and what facts say: a small learned network, and a few rules for cases that its training data
// does not cover.

#ifndef PITH_ENGINE_RANK_DOUBT_H_
#define PITH_ENGINE_RANK_DOUBT_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/rank/ranking.h"
#include "engine/rank/weights.h"

namespace pith {

// Extracts the evidence for and against candidate `number` of ranking.kept, compared with the best one that does not
// overlap it. O(kept).
void ExtractDoubt(const Ranking& ranking, uint32_t number, int32_t features[kDoubtFeatures]);

// The learned log-odds, in 1/kLogOddsUnit, that candidate `number` is right.
int64_t DoubtLogOdds(Bytes weights, const Ranking& ranking, uint32_t number);

// The log-odds that rules add to the learned ones for candidate `number`. They cover cases that are too rare in the
// training data, where people ask about what the article contains.
int64_t RuleLogOdds(const Ranking& ranking, uint32_t number);

// The log-odds that an answer loses if something forbids it. Training data has few such texts and questions.
inline constexpr int64_t kRefusal = 6 * int64_t{kLogOddsUnit};
// The log-odds that an answer gains for standing in a reply to the very question, and in a row whose label the question
// names.
inline int64_t StandingLogOdds(bool replies, bool labelled) {
  return ((replies ? 8 : 0) + (labelled ? 7 : 0)) * int64_t{kLogOddsUnit} / 2;
}
inline int64_t RefusalLogOdds(const ScoredCandidate& candidate) { return candidate.refused ? -kRefusal : 0; }

// The probability that candidate `number` is right, in ten-thousandths.
uint32_t Confidence(Bytes weights, const Ranking& ranking, uint32_t number);

// "How many pilots": whether the sentence mentions no pilots and the article lacks a word of the question.
bool LacksFocus(const ScoredCandidate& candidate);

// The value of a yes/no feature.
inline int32_t YesNo(bool b) { return b ? static_cast<int32_t>(kWholly) : 0; }

}  // namespace pith

#endif  // PITH_ENGINE_RANK_DOUBT_H_
