// Finds whom "he", "her", "its", "the president" and "the country" mean. A wrong person is worse than none, so a word
// with more than one good reading stays unresolved.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_COREFERENCE_H_
#define PITH_TOOLS_COMPILER_ENTITIES_COREFERENCE_H_

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Runs after FindEntities. Adds mentions that are not names, and keeps `mentions` in order of text. Linear in the
// number of tokens.
void ResolveReferences(Analysis* analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_COREFERENCE_H_
