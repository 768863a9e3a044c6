// In: the article's names and trees. Out: its entities, each with all its mentions: names here, pronouns and
// descriptions in coreference.h.
// Who may use it: compile.cc, entities first.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Repairs names first (names/name_repair.h). Then gathers the mentions of one person, organization or place into one
// entity: replaces `entities` and `mentions` (named ones only, in order of text, titles included). A short name joins
// the nearest full name before it, else the first one after it; an acronym joins what its letters stand for; two full
// names that share only a surname stay apart. Near linear in the number of names.
void FindEntities(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_
