// Questions for how many of something there are.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_COUNTS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_COUNTS_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// "There are 37 stations." `verb` heads the clause and has an expletive.
void AskExistence(AskedSentence* sentence, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_COUNTS_H_
