// The fact that a clause states: its verb or predicate with all that belongs to it, "Chile sent | two planes to the
// north". One clause gives one fact, because half of a sentence is often not true: "the pan takes 350 g".

#ifndef PITH_TOOLS_COMPILER_FACTS_PREDICATE_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_PREDICATE_FACTS_H_

#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Adds the fact of the clause headed by `verb`, which may be a predicate with a copula. `base` has the subject and
// everything that holds for the whole clause.
void FindPredicateFacts(const SentenceReading& reading, int verb, Draft base, FactDrafts* drafts);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_PREDICATE_FACTS_H_
