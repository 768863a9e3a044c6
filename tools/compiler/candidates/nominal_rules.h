// Rules that propose noun phrases and their parts.

#ifndef PITH_TOOLS_COMPILER_CANDIDATES_NOMINAL_RULES_H_
#define PITH_TOOLS_COMPILER_CANDIDATES_NOMINAL_RULES_H_

#include <vector>

#include "tools/compiler/candidates/proposals.h"

namespace pith::compiler {

// Proposes what the noun phrase headed by token `i` offers, if it heads one: whole, shorter, as a list, its name, its
// title. `names` are the sentence's names.
void ProposeNominal(int i, const std::vector<TokenRange>& names, Proposals* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CANDIDATES_NOMINAL_RULES_H_
