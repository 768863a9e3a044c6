// Facts that noun phrases tell in passing: appositions, titles, possessors, acronyms, modifiers.

#ifndef PITH_TOOLS_COMPILER_FACTS_NOUN_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_NOUN_FACTS_H_

#include "engine/language/language.h"
#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// Adds the facts of every noun phrase of the sentence. Nearly linear in tokens.
// `language` tells which nouns may describe a person.
void FindNounFacts(const SentenceReading& reading, const Language& language, FactDrafts* drafts);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_NOUN_FACTS_H_
