// Questions about what surely stated facts say, for sentences that are too long to be asked about as a whole.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_FACTS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_FACTS_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// "Who proposed a shorter route beneath the Gelmen Pass?", "How much does a family ticket cost?"
void AskFacts(AskedSentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_FACTS_H_
