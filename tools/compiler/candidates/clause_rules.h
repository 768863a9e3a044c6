// Rules that propose clauses: reasons, purposes, what is said, what somebody did.

#ifndef PITH_TOOLS_COMPILER_CANDIDATES_CLAUSE_RULES_H_
#define PITH_TOOLS_COMPILER_CANDIDATES_CLAUSE_RULES_H_

#include "tools/compiler/candidates/proposals.h"

namespace pith::compiler {

// Proposes what the clause headed by token `i` offers, with and without its marker, and its predicate.
void ProposeClause(int i, Proposals* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CANDIDATES_CLAUSE_RULES_H_
