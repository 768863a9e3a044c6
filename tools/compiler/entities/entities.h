// In: the article's names and trees. Out: its entities, each with all its mentions; names here, pronouns and
// descriptions in coreference.h.
// Who may use it: compile.cc, which runs FindEntities first.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Repairs names (names/name_repair.h), then gathers the mentions of one person, organization or place into one entity.
// Replaces `entities` and `mentions` (named ones only, in text order, including titles). A short name joins the nearest
// full name before it, or else the first one after it. An acronym joins the name that its letters stand for. Two full
// names that share only a surname stay separate. Compares names in pairs: quadratic in their number.
// `language` tells what the nouns beside a name mean.
void FindEntities(Analysis* analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ENTITIES_H_
