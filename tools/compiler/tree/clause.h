// What a clause says: its subject, its verb group, its objects and circumstances.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_H_

#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The token that names the subject of the clause headed by `i`, which may stand in another clause ("killing one"), or
// behind a relative pronoun; -1: none.
int SubjectOf(const Tree& tree, int i);

// Whether a plural subject cannot be that of the verb: "protesters" and "was shared".
bool Disagree(const Tree& tree, int subject, int verb);

// The words of the clauses that a verb of speech has as complement; with the subject of such a clause where the tree
// hangs it on the verb of speech, beside that one's own.
std::vector<int> SaidBy(const Tree& tree, int verb);

// What "they", or "it" in reported speech, as the subject of `verb` most likely means: the subject of the clause around
// ("people were caught when they tried to flee", "the council said it would pay"); -1: no telling.
int MeantBySubject(const Tree& tree, int pronoun, int verb);

// The verb group as said, without negation: "had been sent", "carried out", "is". `tokens` (may be null) receives it.
std::string VerbGroup(const Analysis& analysis, const Tree& tree, int verb, std::vector<int>* tokens);

// How sure the clause is: planned by "will" or "vowed to", possible by "may" or "if", claimed by "reportedly" or "it
// was announced that".
Modality ModalityOf(const Tree& tree, int verb);

// How far what the clause says is what its sentence is there to say, 0..100: the main clause counts whole, also what
// somebody is said to have said; the deeper a clause, the less.
int StandingOf(const Tree& tree, int verb);

// The circumstances of a clause.
struct Circumstances {
  int when = -1;            // index into Analysis::values
  int when_head = -1;       // its token
  int where_head = -1;      // token
  std::string where;        // "in the town"
  int agent = -1;           // "by the police"
  std::vector<int> others;  // other phrases with a preposition, in order
};

// Reads them off the clause headed by `verb`; a date before the first of several joined clauses holds for all.
Circumstances CircumstancesOf(const SentenceReading& reading, int verb);

// The tokens of a predicate without what belongs to its clause: subject, copula, time, other clauses.
std::vector<int> PredicateOf(const SentenceReading& reading, int predicate);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_H_
