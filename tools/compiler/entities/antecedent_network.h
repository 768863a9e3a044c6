// How well each candidate fits a pronoun: a network with one hidden layer, whose inputs are the rows of
// antecedent_features.h. Integers only, so that every machine gives the same answer. Trained by tools/train/coreference
// on GUM and on visitors' texts.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENT_NETWORK_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENT_NETWORK_H_

#include <vector>

#include "tools/compiler/entities/referent.h"

namespace pith::compiler {

// The index of the candidate that the pronoun means; -1 if none leads the next, or "nothing that was named", by enough.
// O(features) for each candidate.
int ChooseAntecedent(const Pronoun& pronoun, const std::vector<Antecedent>& candidates);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENT_NETWORK_H_
