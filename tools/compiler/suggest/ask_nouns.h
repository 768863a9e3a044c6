// Questions of nouns: who or what somebody or something is.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_NOUNS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_NOUNS_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// What a predicate noun or measure answers: "Lima is the capital of Peru", "is 330 metres tall".
void AskPredicate(AskedSentence* sentence, int predicate);

// "Ana Ruiz, a painter from Lima,": who she is.
void AskApposition(AskedSentence* sentence, int appositive);

// "European Space Agency (ESA)": what the letters stand for.
void AskAcronyms(AskedSentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_NOUNS_H_
