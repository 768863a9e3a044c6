// The object of a clause if the tree does not attach it to the verb, and phrases that belong to the verb itself.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_OBJECTS_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_OBJECTS_H_

#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Whether the verb has the marker of an infinitive: "to mend".
bool IsInfinitive(const Tree& tree, int verb);

// The object of the next coordinated verb, if `verb` shares it: "police searched and burned the houses". -1 if there is
// none or the verb takes none ("came and saw the town").
int SharedObject(const Tree& tree, int verb);

// Whether a relative clause has no room for its noun as an object: "the town where she stole it", "the day on which".
bool HasRelativeAdverb(const Tree& tree, int verb);

// The "whose" of "whose boat", or -1.
int WhoseOf(const Tree& tree, int subject);

// Whether a phrase is not a circumstance: "in a bid to calm the town" says no more than "to calm", which is a fact of
// its own, and "in addition" joins sentences.
bool SaysNothing(const Tree& tree, int phrase);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_OBJECTS_H_
