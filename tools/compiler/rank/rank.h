// How much each sentence matters, and in what order sentences join a summary.

#ifndef PITH_TOOLS_COMPILER_RANK_RANK_H_
#define PITH_TOOLS_COMPILER_RANK_RANK_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/rank/rank_features.h"

namespace pith::compiler {

// A text is of one kind or the other, to a degree that the text itself tells (a logistic function of its features): an
// opening that sums up a report does not sum up a story or a guide, of which the words shared by many sentences tell
// more. So position and centrality have weights of their own for each kind.
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

// What a sentence gains by the share of its content that better ones have not said; one that says nothing new loses.
double NoveltyGain(const RankWeights& weights, double fresh);

// The order of sentences for the given weights. Reads Sentence::leans_on. `scores`, if given, receives each sentence's
// score before novelty.
std::vector<uint32_t> SummaryOrder(const Analysis& analysis, const RankInput& input, const RankWeights& weights,
                                   std::vector<double>* scores = nullptr);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_RANK_H_
