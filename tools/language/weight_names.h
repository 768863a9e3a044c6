// The names of the weights by which the engine judges answers: what tools/models/*/weights.txt calls each of its lines.

#ifndef PITH_TOOLS_LANGUAGE_WEIGHT_NAMES_H_
#define PITH_TOOLS_LANGUAGE_WEIGHT_NAMES_H_

#include <string>
#include <vector>

namespace pith::model {

// A name for each number of section WGHT, in its order (engine/rank/weights.h): "rank.person.head_matched",
// "doubt.unit3.coverage". All differ. A block without a reader's weights has the first kSettledAt.
const std::vector<std::string>& WeightNames();

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_WEIGHT_NAMES_H_
