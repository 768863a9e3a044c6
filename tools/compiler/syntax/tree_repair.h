// Mending trees by rules, where the words around show that the parser has made one of its common mistakes.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_
#define PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Changes heads and relations of a parsed sentence where the tree says something impossible or very rare: a finite verb
// without a subject behind a noun without a role, an infinitive hung on the noun "plan" instead of on its verb, a
// number that seems to be in a hospital. One tree with one root stays one. Linear in the words for all but odd trees.
void RepairTree(Sentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_
