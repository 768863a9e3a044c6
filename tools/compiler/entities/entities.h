// Who and what the article names: mentions of one person, organization or place are gathered into one entity.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Repairs names first (name_repair.h). Reads names and trees; replaces `entities` and `mentions` (named ones only, in
// order of text, titles included). A short name joins the nearest full name before it, else the first one after it; an
// acronym joins what its letters stand for; two full names that share only a surname stay apart. Near linear in the
// number of names.
void FindEntities(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_
