// What the article states: subject, relation, object with the bytes that prove it, value, time, place, who says so.

#ifndef PITH_TOOLS_COMPILER_FACTS_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_FACTS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Runs last of the stages that read trees (entities, references, claims, values; `importance` where it is there
// already, else earlier sentences count more): fills `facts` in order of sentence, then of evidence. Near linear in
// tokens.
void FindFacts(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACTS_H_
