// Questions about a verb's clause, rearranged for each phrase that may be the answer.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_CLAUSE_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_CLAUSE_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// Asks for the clause's subject, object, agent, dates, places, durations, amounts and reason, if it has them.
void AskClause(AskedSentence* sentence, int verb);

// Whether the verb says what is allowed or forbidden: "are not allowed", "is forbidden".
bool IsRule(const Tree& tree, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_CLAUSE_H_
