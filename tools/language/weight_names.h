// The names of the weights by which the engine judges answers, as used in tools/models/*/weights.txt.

#ifndef PITH_TOOLS_LANGUAGE_WEIGHT_NAMES_H_
#define PITH_TOOLS_LANGUAGE_WEIGHT_NAMES_H_

#include <string>
#include <vector>

namespace pith::model {

// A name for each number of section WGHT, in its order (engine/rank/weights.h): "rank.person.head_matched",
// "doubt.unit3.coverage". All names differ. A block without a reader's weights has the first kSettledAt.
const std::vector<std::string>& WeightNames();

// The same for section WANT (engine/find/offers.h): "person.name", "measure.a_number".
const std::vector<std::string>& WantedNames();

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_WEIGHT_NAMES_H_
