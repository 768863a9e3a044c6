// Changes a parsed sentence so that it stays one tree.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_TREE_EDITOR_H_
#define PITH_TOOLS_COMPILER_SYNTAX_TREE_EDITOR_H_

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// What rules that repair trees have in common: the tree as it was before a rule's own changes, and those changes.
class TreeEditor {
 public:
  // The sentence must outlive the editor.
  explicit TreeEditor(Sentence* sentence) : sentence_(*sentence), tree_(*sentence) {}

 protected:
  // Attaches `i` to `head`. False if that is impossible because, in the current tree, `head` is below `i`. O(depth).
  bool Hang(int i, int head, Rel rel) {
    if (i < 0 || head < 0 || sentence_.tokens[static_cast<size_t>(i)].head < 0) return false;
    for (int at = head; at >= 0; at = sentence_.tokens[static_cast<size_t>(at)].head) {
      if (at == i) return false;
    }
    sentence_.tokens[static_cast<size_t>(i)].head = head;
    sentence_.tokens[static_cast<size_t>(i)].rel = rel;
    changed_ = true;
    return true;
  }

  // Calls a rule for every token, and reads the tree anew if it has changed something.
  template <typename Rule>
  void ForEachToken(const Rule& rule) {
    for (int i = 0; i < tree_.size(); ++i) rule(i);
    if (changed_) tree_ = Tree(sentence_);
    changed_ = false;
  }

  Sentence& sentence_;
  Tree tree_;

 private:
  bool changed_ = false;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_TREE_EDITOR_H_
