// Facts that clauses state: verbs with their objects and circumstances, and copulas.

#ifndef PITH_TOOLS_COMPILER_FACTS_CLAUSE_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_CLAUSE_FACTS_H_

#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Adds the facts of every clause of the sentence. Which patterns run first makes no difference. Near linear in tokens.
void FindClauseFacts(const SentenceReading& reading, FactDrafts* drafts);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_CLAUSE_FACTS_H_
