// What verbs take beside their subject, by dictionary form.
// Tables alone: tree/ and syntax/ know where in a tree it makes a difference.

#ifndef PITH_TOOLS_COMPILER_LEXICON_VERB_FRAMES_H_
#define PITH_TOOLS_COMPILER_LEXICON_VERB_FRAMES_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "ask", "urge", "enable": somebody moves somebody else to do something.
bool MovesToAct(absl::string_view lemma);
// "give", "send": of two objects side by side the first is who gets the second.
bool TakesReceiver(absl::string_view lemma);
// "come", "sit": has no object even where the verb joined to it has one.
bool StandsAlone(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_VERB_FRAMES_H_
