// Questions of a verb's clause, which is turned round for each phrase that may answer.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_CLAUSE_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_CLAUSE_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// Asks for the clause's subject, object, agent, dates, places, durations, amounts and reason, as far as it has them.
void AskClause(AskedSentence* sentence, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_CLAUSE_H_
