// What each step of the parser costs: the gold arcs that can no longer be found after it (the dynamic oracle for
// arc-hybrid systems of Goldberg and Nivre 2013). For trees that are not projective, which no sequence of steps builds,
// the steps of least cost are still good ones to learn from.

#ifndef PITH_TOOLS_TRAIN_ORACLE_H_
#define PITH_TOOLS_TRAIN_ORACLE_H_

#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/transitions.h"

namespace pith::compiler {

class Oracle {
 public:
  // `gold` needs head and rel, and must outlive the oracle.
  explicit Oracle(const std::vector<Token>& gold);

  // The cost of a move that is possible, apart from the relation.
  int Cost(const ParseState& state, Move move) const;

  // That, and one more if the head is right but the relation is wrong.
  int Cost(const ParseState& state, Step step) const;

 private:
  // The gold head, with the root behind the last word.
  int Head(int word) const;
  // Gold dependents of `word` at or behind `from`.
  int ChildrenFrom(int word, int from) const;

  const std::vector<Token>& gold_;
  std::vector<std::vector<int>> children_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_ORACLE_H_
