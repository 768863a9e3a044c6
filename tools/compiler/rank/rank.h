// How much each sentence matters, and the order in which sentences join a summary.
// Comes in: sentences with their words, names, values and mentions. Goes out: an importance for each sentence, the
// order for summaries, and the sentence on which each leans. Used by compile.cc and by the trainer of its weights.

#ifndef PITH_TOOLS_COMPILER_RANK_RANK_H_
#define PITH_TOOLS_COMPILER_RANK_RANK_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/rank/rank_features.h"

namespace pith::compiler {

// A text is to some degree of one of two kinds, which a logistic function of its features tells. In a report, the
// opening sums up the rest. In a story or a guide it does not, and the words that many sentences share tell more. So
// position and centrality have weights of their own for each kind.
struct RankWeights {
  TextFeatures kind;
  RankFeatures common;
  std::array<double, kRankKindCount> differ;  // added in texts wholly of the first kind, taken off in the others
  double novelty;  // what a sentence gains when none of its content has been said by better ones
};

// The weights that RankSentences uses, set by tools/train/rank/rank.sh.
extern const RankWeights kRankWeights;

// Fills Sentence::leans_on, analysis->importance (per sentence, 0..10000) and analysis->summary_order (every sentence
// once, the best for a summary first). Runs after the stages that find names, values and mentions, and before
// FindFacts, which reads the importance. Each further sentence of the order is the one that adds most to those before
// it. A sentence that leans on another comes only after that one; headlines, captions and fragments come last.
// Deterministic; O(tokens log sentences).
void RankSentences(Analysis* analysis, const Language& language);

// The part of a sentence's gain that depends on `fresh`, the share of its content that better sentences have not said.
// Negative where next to nothing is new.
double NoveltyGain(const RankWeights& weights, double fresh);

// The order of sentences for the given weights. Reads Sentence::leans_on. `scores`, if given, receives each sentence's
// score before novelty.
std::vector<uint32_t> SummaryOrder(const Analysis& analysis, const RankInput& input, const RankWeights& weights,
                                   std::vector<double>* scores = nullptr);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_RANK_H_
