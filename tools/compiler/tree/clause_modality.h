// How sure a clause is, and how much it matters to its sentence.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_MODALITY_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_MODALITY_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Planned where the clause has "will" or hangs on "vowed to"; possible with "may" or "if"; claimed with "reportedly" or
// "it was announced that"; else kNone.
Modality ModalityOf(const Tree& tree, int verb);

// How far the clause is what its sentence is there to say, 0..100 (Fact::standing). The main clause and reported speech
// count whole; the deeper another clause hangs, the less it counts.
int StandingOf(const Tree& tree, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_MODALITY_H_
