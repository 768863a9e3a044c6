// The names of the features that a sentence's rank is computed from, as rank_fit.py prints them beside the weights.

#ifndef PITH_TOOLS_TRAIN_RANK_FEATURE_NAMES_H_
#define PITH_TOOLS_TRAIN_RANK_FEATURE_NAMES_H_

#include "tools/compiler/rank/rank_features.h"

namespace pith::train {

// The enumerator without its prefix: "OpensQuote" for kRankOpensQuote.
const char* NameOf(compiler::RankFeature feature);
const char* NameOf(compiler::TextFeature feature);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_RANK_FEATURE_NAMES_H_
