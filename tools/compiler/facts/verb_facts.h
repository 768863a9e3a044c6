// Facts of one clause that is headed by a full verb: "Chile sent two planes to the north".

#ifndef PITH_TOOLS_COMPILER_FACTS_VERB_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_VERB_FACTS_H_

#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Adds the facts of the clause headed by `verb`. `base` has the subject and all that holds for the whole clause.
void FindVerbFacts(const SentenceReading& reading, int verb, Draft base, FactDrafts* drafts);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_VERB_FACTS_H_
