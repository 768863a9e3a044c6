// What a clause says: its verb group, its predicate, its circumstances and the words it reports.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_H_

#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The tokens of the clauses that a verb of speech reports. Where the tree wrongly hangs the subject of such a clause on
// the verb of speech, the subject is among them.
std::vector<int> SaidBy(const Tree& tree, int verb);

// The verb group as the text has it, without negation: "had been sent", "carried out", "is". Its tokens are appended to
// `tokens`, unless that is null.
std::string VerbGroup(const Analysis& analysis, const Tree& tree, int verb, std::vector<int>* tokens);

// When and where the event of a clause happened, and who did it.
struct Circumstances {
  int when = -1;            // index into Analysis::values
  int when_head = -1;       // the token that the date hangs on
  int where_head = -1;      // the head of the place
  std::string where;        // the place with its preposition: "in the town"
  int agent = -1;           // the head of "by the police"
  std::vector<int> others;  // the heads of other phrases with a preposition, in order
};

// Reads the circumstances of the clause headed by `verb`. A date before the first of several joined clauses holds for
// all of them.
Circumstances CircumstancesOf(const SentenceReading& reading, int verb);

// The tokens of a predicate without those of its clause: subject, copula, time, other clauses.
std::vector<int> PredicateOf(const SentenceReading& reading, int predicate);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_H_
