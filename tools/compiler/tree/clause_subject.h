// Whom or what a clause is about, even if its subject stands in another clause.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_SUBJECT_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_SUBJECT_H_

#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The token that names the subject of the clause headed by `i`. It may stand in the enclosing clause ("..., killing
// one") or be the noun before a relative pronoun. -1 if none is found.
int SubjectOf(const Tree& tree, int i);

// Whether a plural subject cannot belong to the verb: "protesters" and "was shared".
bool Disagree(const Tree& tree, int subject, int verb);

// The noun that "they", or "it" in reported speech, most likely means as the subject of `verb`: the subject of the
// enclosing clause ("people were caught when they tried to flee", "the council said it would pay"). -1 if that is
// unclear.
int MeantBySubject(const Tree& tree, int pronoun, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_SUBJECT_H_
