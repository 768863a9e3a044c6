// What a parser gets wrong again and again, and the words around show: trees mended by rules.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_
#define PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Changes heads and relations of a parsed sentence where what stands there cannot be or hardly ever is: a finite verb
// without subject behind a noun without role, an infinitive that hangs on a plan as on a noun, a number that seems to
// be in a hospital. One tree with one root stays one. Linear in the words for all but odd trees.
void RepairTree(Sentence* sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_TREE_REPAIR_H_
