// The object of a clause where the tree does not hang it on the verb, and phrases that belong to the verb itself.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_OBJECTS_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_OBJECTS_H_

#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// "to mend": whether the verb has the marker of an infinitive.
bool IsInfinitive(const Tree& tree, int verb);

// "police searched and burned the houses": the object of the verb right behind; -1: none, or the verb does without one
// ("came and saw the town").
int SharedObject(const Tree& tree, int verb);

// "the town where she stole it", "the day on which": a relative clause that has no place left for its noun as an
// object.
bool HasRelativeAdverb(const Tree& tree, int verb);

// The "whose" of "whose boat", or -1.
int WhoseOf(const Tree& tree, int subject);

// "took control of the port", "opened fire on the crowd": where the bare noun `object` belongs to the verb, returns the
// phrase that the verb and the noun together act on; else -1.
int LightComplement(const SentenceReading& reading, int verb, int object);

// Whether a phrase is no circumstance: "in a bid to calm the town" says no more than "to calm", which is a fact of its
// own, and "in addition" joins sentences.
bool SaysNothing(const Tree& tree, int phrase);

// Whether a later member of a list is excluded: "flash memory rather than a disk", "the mayor and not the council".
bool IsPassedOver(const Tree& tree, int conjunct);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_OBJECTS_H_
