// Claims: words that the article reports from somebody ("the police said that ...", "..., AP reports", "according to
// ...", quotations, "reports in ... that ...").

#ifndef PITH_TOOLS_COMPILER_FACTS_CLAIMS_H_
#define PITH_TOOLS_COMPILER_FACTS_CLAIMS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills `claims` from trees and mentions in order of their first byte, outer before inner. Runs after
// ResolveReferences. A statement is attributed to the speaker of the innermost claim around it. Linear in the number of
// tokens.
void FindClaims(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_CLAIMS_H_
