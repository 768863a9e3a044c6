// Instructions: "Wash the pan", "Never use it in a bathroom".

#ifndef PITH_TOOLS_COMPILER_TREE_IMPERATIVE_H_
#define PITH_TOOLS_COMPILER_TREE_IMPERATIVE_H_

#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Whether the verb tells the reader to do something. False for wishes and manners of speaking: "Thank you", "see page
// 4", "let us say". O(children * depth).
bool IsImperative(const Tree& tree, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_IMPERATIVE_H_
