// Who or what a clause speaks of, also where its subject stands in another clause.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_SUBJECT_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_SUBJECT_H_

#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The token that names the subject of the clause headed by `i`. It may stand in the clause around ("..., killing one")
// or be the noun behind a relative pronoun; -1: none is found.
int SubjectOf(const Tree& tree, int i);

// Whether a plural subject cannot be that of the verb: "protesters" and "was shared".
bool Disagree(const Tree& tree, int subject, int verb);

// The noun that "they", or "it" in reported speech, most likely means as the subject of `verb`: the subject of the
// clause around ("people were caught when they tried to flee", "the council said it would pay"); -1: it is not clear.
int MeantBySubject(const Tree& tree, int pronoun, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_SUBJECT_H_
