// The text of phrases as one can read it out of context: full names stand for short names and pronouns, where it is
// known whom they mean.

#ifndef PITH_TOOLS_COMPILER_TREE_PHRASE_TEXT_H_
#define PITH_TOOLS_COMPILER_TREE_PHRASE_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The phrases of one sentence. Building costs O(tokens + mentions of the sentence). The analysis and the tree must
// outlive it, and the analysis must keep its mentions in order of text.
class PhraseText {
 public:
  PhraseText(const Analysis& analysis, const Tree& tree, uint32_t sentence);

  // The entity that the phrase headed by `i` is a mention of, or -1: "President Smith", "he"; not "Smith's house".
  int EntityOf(int i) const;
  // The head of the person's name that stands beside a description ("Chile's minister, Ana Ruiz, ..." speaks of Ana
  // Ruiz); `i` where there is none.
  int BearerOf(int i) const;
  // The phrase headed by `i`, without the parts that `drop` names (see Tree::Yield).
  std::string Of(int i, uint32_t drop = kNounPhrase) const { return Of(tree_->Yield(i, drop), i); }
  // The given tokens, in order; `head` is the token that the phrase hangs on, or -1.
  std::string Of(const std::vector<int>& tokens, int head) const;

 private:
  const Mention* MentionAt(int i) const;

  const Analysis* analysis_;
  const Tree* tree_;
  std::vector<const Mention*> mentions_;  // per token
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_PHRASE_TEXT_H_
