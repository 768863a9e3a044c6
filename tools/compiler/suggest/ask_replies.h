// Questions that the text itself asks and answers.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_REPLIES_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_REPLIES_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// Takes the question before the sentence, as pages of questions and answers have them: "How do I return a bike? Push it
// into a stand."
void AskReply(AskedSentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_REPLIES_H_
