#include "tools/train/oracle.h"

#include <algorithm>

namespace pith::compiler {

Oracle::Oracle(const std::vector<Token>& gold) : gold_(gold), children_(gold.size()) {
  for (size_t i = 0; i < gold.size(); ++i) {
    if (gold[i].head >= 0) children_[static_cast<size_t>(gold[i].head)].push_back(static_cast<int>(i));
  }
}

int Oracle::Head(int word) const {
  const int head = gold_[static_cast<size_t>(word)].head;
  return head < 0 ? static_cast<int>(gold_.size()) : head;
}

int Oracle::ChildrenFrom(int word, int from) const {
  const std::vector<int>& all = children_[static_cast<size_t>(word)];
  return static_cast<int>(all.end() - std::lower_bound(all.begin(), all.end(), from));
}

int Oracle::Cost(const ParseState& state, Move move) const {
  const int next = state.next(), top = state.top(0);
  if (move == Move::kShift) {
    // The next word loses its head, unless that is the top or still to come, and its dependents on the stack.
    int cost = 0;
    for (int i = 0; i < state.depth(); ++i) {
      cost += Head(state.top(i)) == next;
      cost += i > 0 && Head(next) == state.top(i);
    }
    return cost;
  }
  int cost = ChildrenFrom(top, next);
  const int head = Head(top);
  if (move == Move::kLeft) {
    cost += head > next || (head == state.top(1) && state.depth() > 1);
  } else {
    cost += head >= next;
  }
  return cost;
}

int Oracle::Cost(const ParseState& state, Step step) const {
  const int cost = Cost(state, step.move);
  if (step.move == Move::kShift) return cost;
  const int top = state.top(0), head = step.move == Move::kLeft ? state.next() : state.top(1);
  return cost + (Head(top) == head && gold_[static_cast<size_t>(top)].rel != step.rel);
}

}  // namespace pith::compiler
