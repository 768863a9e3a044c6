// The steps of the dependency parser (parser.h): the state it works on, and what it sees of it.

#ifndef PITH_TOOLS_COMPILER_TRANSITIONS_H_
#define PITH_TOOLS_COMPILER_TRANSITIONS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/kinds.h"
#include "tools/compiler/perceptron.h"
#include "tools/compiler/word_view.h"

namespace pith::compiler {

// A step of the parser. As a class of the model: 0 is kShift, 1 + 2 * rel is kLeft, 2 + 2 * rel is kRight.
enum class Move : uint8_t {
  kShift,  // the next word goes onto the stack
  kLeft,   // the top of the stack hangs on the next word, or at the end on the root
  kRight,  // the top of the stack hangs on the one below it
};

struct Step {
  Move move = Move::kShift;
  Rel rel = Rel::kDep;

  int Class() const { return move == Move::kShift ? 0 : static_cast<int>(rel) * 2 + (move == Move::kLeft ? 1 : 2); }
  static Step Of(int cls) {
    return cls == 0 ? Step() : Step{cls % 2 == 1 ? Move::kLeft : Move::kRight, static_cast<Rel>((cls - 1) / 2)};
  }
};
inline constexpr int kStepClasses = 1 + 2 * kRelCount;

// A partly built tree over `size` words.
class ParseState {
 public:
  struct Node {
    int head = -1;
    Rel rel = Rel::kDep;
    int left[2] = {-1, -1};   // the outermost and the next dependent on the left
    int right[2] = {-1, -1};  // the same on the right
    int lefts = 0, rights = 0;
  };

  explicit ParseState(int size) : nodes_(static_cast<size_t>(size)) { stack_.reserve(nodes_.size()); }

  int size() const { return static_cast<int>(nodes_.size()); }
  bool Done() const { return next_ == size() && stack_.empty(); }
  bool Can(Move move) const;
  void Do(Step step);

  int next() const { return next_; }  // the next word; size(): none left
  int depth() const { return static_cast<int>(stack_.size()); }
  int top(int i) const { return i < depth() ? stack_[stack_.size() - 1 - static_cast<size_t>(i)] : -1; }  // -1: none
  const Node& node(int word) const { return nodes_[static_cast<size_t>(word)]; }

 private:
  std::vector<Node> nodes_;
  std::vector<int> stack_;
  int next_ = 0;
};

// What decides the next step. `tags` as Tag (tagger.h) gives them.
void StepFeatures(const SentenceView& view, const std::vector<uint8_t>& tags, const ParseState& state,
                  FeatureList* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TRANSITIONS_H_
