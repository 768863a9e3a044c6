// What the article states, who says so (claims.h) and what happened when (events.h).
// Comes in: trees, values, mentions and the importance of sentences. Goes out: facts of subject, relation and object,
// each with the bytes that prove it, claims, and the timeline. Used by compile.cc and tests; suggest reads the facts.

#ifndef PITH_TOOLS_COMPILER_FACTS_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_FACTS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills `facts` in order of sentence, then of evidence, from trees, values, mentions and claims. RankSentences must
// have run: a fact's importance is a share of its sentence's. Near linear in tokens.
void FindFacts(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACTS_H_
