// Repairs trees by rules where the surrounding words show that the parser has made one of its common mistakes.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_
#define PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Changes heads and relations of a parsed sentence where the tree says something impossible or very rare: a finite verb
// without a subject after a noun without a role, an infinitive attached to the noun "plan" instead of its verb, a
// number that seems to be in a hospital. One tree with one root remains one. Linear in the number of words, except for
// unusual trees.
void RepairTree(Sentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_
