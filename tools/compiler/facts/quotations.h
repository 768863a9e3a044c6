// Direct speech: who says what stands in quotation marks, also over several sentences.

#ifndef PITH_TOOLS_COMPILER_FACTS_QUOTATIONS_H_
#define PITH_TOOLS_COMPILER_FACTS_QUOTATIONS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Adds to `claims`, which are in the order of their sentences and need not be so afterwards, the quotations that
// FindClaims has not found in the trees: by a verb beside the marks ("...," sighed Meg), in the sentences up to the
// closing mark, and in a quotation that follows another in its paragraph without a word between. Words in quotation
// marks without a verb are no speech. Linear in the number of tokens.
void FindQuotations(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_QUOTATIONS_H_
