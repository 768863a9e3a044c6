// Which words are pronouns of the third person, and of what kind.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_PRONOUNS_H_
#define PITH_TOOLS_COMPILER_ENTITIES_PRONOUNS_H_

#include <cstdint>

#include "tools/compiler/entities/referent.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// What token `i` is as a pronoun; false if it is none of the third person.
bool ReadPronoun(const Tree& tree, uint32_t sentence, int i, Pronoun* out);

// "It is clear that", "it rained", "it was the rock that sank her", "it is 6 degrees": stands for nothing named before.
bool IsDummyPronoun(const Tree& tree, int i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_PRONOUNS_H_
