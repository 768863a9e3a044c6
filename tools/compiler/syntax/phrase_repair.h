// Repairs phrases inside of which the parser has hung a word to the wrong neighbor.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_PHRASE_REPAIR_H_
#define PITH_TOOLS_COMPILER_SYNTAX_PHRASE_REPAIR_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Changes heads and relations where a part of a name has a preposition of its own, where what follows a bracket hangs
// to a word inside it, where an adjective is a second subject, and where a name stands beside the wrong noun of its
// description. One tree with one root remains one. Linear in the number of words, except for unusual trees.
void RepairPhrases(Sentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_PHRASE_REPAIR_H_
