// Questions about nouns: who or what somebody or something is.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_NOUNS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_NOUNS_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// Asks what a predicate noun or measure answers: "Lima is the capital of Peru", "is 330 meters tall".
void AskPredicate(AskedSentence* sentence, int predicate);

// Asks who somebody is: "Ana Ruiz, a painter from Lima,".
void AskApposition(AskedSentence* sentence, int appositive);

// Asks what letters stand for: "European Space Agency (ESA)".
void AskAcronyms(AskedSentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_NOUNS_H_
