// The arguments that verbs take besides their subject, by dictionary form. Tables only: tree/ and syntax/ know where in
// a tree they matter.

#ifndef PITH_TOOLS_COMPILER_LEXICON_VERB_FRAMES_H_
#define PITH_TOOLS_COMPILER_LEXICON_VERB_FRAMES_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "ask", "urge", "enable": somebody makes somebody else do something.
bool MovesToAct(absl::string_view lemma);
// "give", "send": of two adjacent objects, the first is the receiver of the second.
bool TakesReceiver(absl::string_view lemma);
// "come", "sit": has no object even if the verb coordinated with it has one.
bool StandsAlone(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_VERB_FRAMES_H_
