// Questions that instructions answer.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_ASK_INSTRUCTIONS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_ASK_INSTRUCTIONS_H_

#include "tools/compiler/suggest/asked_sentence.h"

namespace pith::compiler {

// Asks what to do if something is so ("If the lamp goes out, press the button") and how to reach a purpose ("To open
// the lid, turn the knob"). `verb` heads the sentence.
void AskInstruction(AskedSentence* sentence, int verb);

// "When should you not take the tablets?" of "Do not take the tablets if you have a fever."
void AskExclusion(AskedSentence* sentence, int verb);
// "What does it mean if the lamp is red?" of "If the lamp is red, the tank is empty."
void AskConsequence(AskedSentence* sentence, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_ASK_INSTRUCTIONS_H_
