// In: trees, values, mentions and the importance of sentences. Out: facts (subject, relation, object), each with the
// bytes that prove it; claims, that is, who says so (claims.h); and the timeline of what happened when (events.h).
// Who may use it: compile.cc and tests. The suggest stage reads the facts.

#ifndef PITH_TOOLS_COMPILER_FACTS_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_FACTS_H_

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills `facts` from trees, values, mentions and claims, ordered by sentence, then by evidence. Runs after
// RankSentences, because a fact's importance is a share of its sentence's. Nearly linear in tokens.
// `language` tells which nouns may describe a person.
void FindFacts(Analysis* analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACTS_H_
