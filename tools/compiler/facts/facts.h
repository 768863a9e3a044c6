// What the article states: subject, relation, object with the bytes that prove it, value, time, place, who says so.

#ifndef PITH_TOOLS_COMPILER_FACTS_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_FACTS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills `facts` in order of sentence, then of evidence, from trees, values, mentions and claims. RankSentences must
// have run: a fact's importance is a share of its sentence's. Near linear in tokens.
void FindFacts(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACTS_H_
