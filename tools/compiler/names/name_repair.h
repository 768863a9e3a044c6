// Corrects names and trees where the form of the text is more reliable than the models: where a name begins and ends,
// and what stands next to it.

#ifndef PITH_TOOLS_COMPILER_NAMES_NAME_REPAIR_H_
#define PITH_TOOLS_COMPILER_NAMES_NAME_REPAIR_H_

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Corrects `names` (kept in text order, without overlap) and the trees around them:
// - "Anne-Marie Ruiz": a name includes the capitalized other half of a hyphenated word;
// - "Union of Miners in Peru (UMP)": the words that the letters stand for are one name, and so are the letters (after
//   Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions, 2003);
// - within a name, only its head is attached to a word outside it;
// - "the minister, Ana Ruiz, said": of two subjects separated by a comma, the second is an apposition to the first;
// - no name ends with "of";
// - "Pottery takes two weeks", "threatened to sue": a common noun that has a capital because a sentence begins with it,
//   or a word without one, is no name.
// Linear in the number of tokens.
void RepairNames(const Language& language, Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NAMES_NAME_REPAIR_H_
