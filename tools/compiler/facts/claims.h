// Who says so: "the police said that ...", "..., AP reports", "according to ...", quotations, "reports in ... that
// ...".

#ifndef PITH_TOOLS_COMPILER_FACTS_CLAIMS_H_
#define PITH_TOOLS_COMPILER_FACTS_CLAIMS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Runs after ResolveReferences: fills `claims` in order of their first byte, outer before inner. The innermost claim
// around a statement is its attribution. Linear in the number of tokens.
void FindClaims(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_CLAIMS_H_
