// How much each sentence matters, and in what order sentences join a summary.

#ifndef PITH_TOOLS_COMPILER_RANK_H_
#define PITH_TOOLS_COMPILER_RANK_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/rank_features.h"

namespace pith::compiler {

struct RankWeights {
  RankFeatures features;
  double novelty;  // what a sentence gains when none of its content has been said by better ones
};

// The weights that RankSentences uses, set by tools/train/rank_eval.
extern const RankWeights kRankWeights;

// Fills analysis->importance (a figure per sentence, 0..10000) and analysis->summary_order (every sentence once, the
// best for a summary first) from sentences, names, values, mentions and the title. Each further sentence is the one
// that adds most to those before it. A sentence that leans on another ("He said ...") comes only after the one that it
// leans on; headlines, captions and fragments come last. Deterministic; O(tokens log sentences).
void RankSentences(Analysis* analysis);

// The order of sentences for the given weights; `scores`, if given, receives each sentence's score before novelty.
std::vector<uint32_t> SummaryOrder(const Analysis& analysis, const RankInput& input, const RankWeights& weights,
                                   std::vector<double>* scores = nullptr);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_H_
