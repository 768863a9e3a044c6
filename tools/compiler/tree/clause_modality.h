// How certain a clause is, and how much it matters to its sentence.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_MODALITY_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_MODALITY_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Planned if the clause has "will" or depends on "vowed to"; possible with "may" or "if"; obligatory with "must" or
// "has to"; claimed with "reportedly" or "it was announced that"; otherwise kNone.
Modality ModalityOf(const Tree& tree, int verb);

// Whether the clause states nothing by itself: "if it rains", "when the loaf is done", "should the blade stay inside".
// A clause about the past does: "when the ship was sold".
bool IsUnstated(const Tree& tree, int verb);

// Whether the clause is in the past tense.
bool IsPast(const Tree& tree, int verb);

// How far the clause is the point of its sentence, 0..100 (Fact::standing). The main clause and reported speech count
// fully; the deeper any other clause is nested, the less it counts.
int StandingOf(const Tree& tree, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_MODALITY_H_
