// What the words around a name say about the kind of thing that it names.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_TYPE_CLUES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_TYPE_CLUES_H_

#include "engine/language/language.h"
#include "tools/compiler/entities/name_use.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Adds votes to the use for what its sentence calls it ("the ferry Ester", "Mertskhali, a club", "the Kilin is a
// beast", "a bell called La Ronca"), for what it does ("Usher starred"), for how it is counted ("some Presbyterians",
// "a Dane") and for what its words are ("South Korea", "Market Street", "D12"). `tree` is that of its sentence.
// O(children of the name's head).
void VoteByContext(const Tree& tree, const Language& language, NameUse* use);

// The type that the last word of a name of several, or a first one like "Mount", tells: "Albert Park", "Cartoon
// Network". kNone for one that may be a surname.
NameType TypeOfWords(const Language& language, const NameUse& use);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_TYPE_CLUES_H_
