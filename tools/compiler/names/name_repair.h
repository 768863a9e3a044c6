// Corrects names and trees where the form of the text is surer than the models: where a name begins and ends, and what
// stands beside it.

#ifndef PITH_TOOLS_COMPILER_NAMES_NAME_REPAIR_H_
#define PITH_TOOLS_COMPILER_NAMES_NAME_REPAIR_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Corrects `names` (kept in order of text, none overlapping) and the trees around them:
// - "Anne-Marie Ruiz": a name takes in the capitalized other half of a hyphenated word;
// - "Union of Miners in Peru (UMP)": the words that the letters stand for are one name, as are the letters (after
//   Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions, 2003);
// - within a name, only its head hangs on a word outside it;
// - "the minister, Ana Ruiz, said": of two subjects set apart by a comma, the second is an apposition of the first.
// Linear in the number of tokens.
void RepairNames(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NAMES_NAME_REPAIR_H_
