// In: sentences with their words, names, values and mentions. Out: an importance for each sentence, the order in which
// sentences join a summary, and the sentence on which each one leans.
// Who may use it: compile.cc, and the trainer of the weights.

#ifndef PITH_TOOLS_COMPILER_RANK_RANK_H_
#define PITH_TOOLS_COMPILER_RANK_RANK_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/rank/rank_features.h"

namespace pith::compiler {

// Every text is, to some degree, of one of two kinds; a logistic function of its features tells how far. In a report,
// the opening sums up the rest. In a story or a guide it does not, and words that many sentences share are a better
// sign. So position and centrality have separate weights for each kind.
struct RankWeights {
  TextFeatures kind;
  RankFeatures common;
  std::array<double, kRankKindCount> differ;  // added in texts wholly of the first kind, subtracted in the others
  double novelty;                             // what a sentence gains if better sentences have said none of its content
};

// The weights that RankSentences uses, set by tools/train/rank/rank.sh.
extern const RankWeights kRankWeights;

// Fills Sentence::leans_on, analysis->importance (per sentence, 0..10000) and analysis->summary_order (every sentence
// once, best for a summary first). Runs after the stages that find names, values and mentions, and before FindFacts,
// which reads the importance. Each sentence in the order is the one that adds most to those before it. A sentence that
// leans on another comes only after that one; headlines, captions and fragments come last. Deterministic; O(tokens log
// sentences).
void RankSentences(Analysis* analysis, const Language& language);

// The part of a sentence's gain that depends on `fresh`, the share of its content that better sentences have not said.
// Negative if almost nothing is new.
double NoveltyGain(const RankWeights& weights, double fresh);

// The order of sentences for the given weights. Reads Sentence::leans_on. `scores`, if given, receives each sentence's
// score before novelty.
std::vector<uint32_t> SummaryOrder(const Analysis& analysis, const RankInput& input, const RankWeights& weights,
                                   std::vector<double>* scores = nullptr);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_RANK_H_
