// Facts of one clause whose predicate hangs on a copula: "Lima is the capital of Peru".

#ifndef PITH_TOOLS_COMPILER_FACTS_COPULA_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_COPULA_FACTS_H_

#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Adds the facts of the clause headed by `predicate`. `base` has the subject and all that holds for the whole clause.
void FindCopulaFacts(const SentenceReading& reading, int predicate, Draft base, FactDrafts* drafts);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_COPULA_FACTS_H_
