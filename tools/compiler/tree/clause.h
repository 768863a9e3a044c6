// What a clause says: its verb group, its predicate, its circumstances and the words it reports.

#ifndef PITH_TOOLS_COMPILER_TREE_CLAUSE_H_
#define PITH_TOOLS_COMPILER_TREE_CLAUSE_H_

#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The tokens of the clauses that a verb of speech reports, including the subject of such a clause if the tree wrongly
// attaches it to the verb of speech.
std::vector<int> SaidBy(const Tree& tree, int verb);

// The verb group as it stands in the text, without negation: "had been sent", "carried out", "is". Appends its tokens
// to `tokens`, unless that is null.
std::string VerbGroup(const Analysis& analysis, const Tree& tree, int verb, std::vector<int>* tokens);

// Whether the head of a clause is a predicate with a copula. In "this is because the language has borrowed", "is"
// belongs to what the whole clause says of "this", wherever the tree hangs it.
bool IsCopular(const Tree& tree, int head);

// When and where the event of a clause happened, and who did it.
struct Circumstances {
  int when = -1;            // index into Analysis::values
  int when_head = -1;       // the head token of the date
  int where_head = -1;      // the head of the place
  std::string where;        // the place with its preposition: "in the town"
  int agent = -1;           // the head of "by the police"
  std::vector<int> others;  // the heads of other prepositional phrases, in order
};

// Reads the circumstances of the clause headed by `verb`. A date before the first of several coordinated clauses holds
// for all of them.
Circumstances CircumstancesOf(const SentenceReading& reading, int verb);

// The tokens of a predicate, without the rest of its clause: subject, copula, time, other clauses.
std::vector<int> PredicateOf(const SentenceReading& reading, int predicate);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_CLAUSE_H_
