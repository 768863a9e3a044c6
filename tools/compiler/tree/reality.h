// Whether the text states that what a phrase takes part in is so.

#ifndef PITH_TOOLS_COMPILER_TREE_REALITY_H_
#define PITH_TOOLS_COMPILER_TREE_REALITY_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The reality of the event that the phrase headed by `head`, which begins at token `first`, takes part in: negated in
// "the ferry never reached Oslo", failed in "she failed to sell the farm", planned in "they want to open a shop",
// possible in "if rain falls" and "would have won". Follows the tree up through complements and stops where a text
// takes for granted what it says: in relative and participial clauses, appositions, and what belongs to a noun. A
// report ("said that") changes nothing. O(depth of the tree * children).
Reality RealityOf(const Tree& tree, int first, int head);

// Whether a coordinated verb shares the negation of the first: "did not stop or turn", "was not found and mended", "do
// not feed the animals, tap on the glass or fly drones", "nor should you"; but not "knew nothing of it and bought it",
// "never married and died", "was not repaired and burned down".
bool SharesNegation(const Tree& tree, int verb);

// Whether the phrase that begins at token `first` is what something does not hold of: "nine" in "all but nine houses".
bool IsException(const Tree& tree, int first);

// The same for the clause of a verb or predicate: denied for the murder in "denied that he murdered her".
Reality RealityOfClause(const Tree& tree, int verb);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_REALITY_H_
