// Learns how surely a sentence settles a yes/no question (engine/polar/polar.h).

#ifndef PITH_TOOLS_TRAIN_ANSWERS_LEARN_POLAR_H_
#define PITH_TOOLS_TRAIN_ANSWERS_LEARN_POLAR_H_

#include <string>
#include <vector>

#include "tools/train/answers/asking.h"

namespace pith::train {

// The weights of the engine's network for sentences that were read (`reads`) or not, learned from the yes/no questions
// of `learning`; prints how it does on those of `measuring`. `weights`: as packed for the engine, all before these.
std::vector<double> LearnPolar(const std::vector<Asking>& learning, const std::vector<Asking>& measuring,
                               const std::string& weights, bool reads, AskingWork* work);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_ANSWERS_LEARN_POLAR_H_
