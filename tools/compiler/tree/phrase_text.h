// The text of phrases, worded to make sense out of context: full names replace short names and pronouns if it is known
// whom they mean.

#ifndef PITH_TOOLS_COMPILER_TREE_PHRASE_TEXT_H_
#define PITH_TOOLS_COMPILER_TREE_PHRASE_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// The phrases of one sentence. Construction costs O(tokens + mentions of the sentence). The analysis and the tree must
// outlive this object, and the analysis must keep its mentions in text order.
class PhraseText {
 public:
  PhraseText(const Analysis& analysis, const Tree& tree, uint32_t sentence);

  // The entity that the phrase headed by `i` mentions, or -1. "President Smith" and "he" mention one, "Smith's house"
  // does not.
  int EntityOf(int i) const;
  // Whether it is known what the pronoun `i` means.
  bool IsResolved(int i) const { return EntityOf(i) >= 0 || AnaphorAt(i) != nullptr; }
  // What the pronoun `i` means: a full name, or "the barge". Empty: not known, or no pronoun.
  std::string MeaningOf(int i) const;
  // The head of the person's name next to a description ("Chile's minister, Ana Ruiz, ..." is about Ana Ruiz); `i` if
  // there is none.
  int BearerOf(int i) const;
  // The phrase headed by `i`, without the parts that `drop` names (see Tree::Yield).
  std::string Of(int i, uint32_t drop = kNounPhrase) const { return Of(tree_->Yield(i, drop), i); }
  // The given tokens, in order; `head` is the head token of the phrase, or -1. Pronouns that mean whatever the phrase
  // `about` names (empty: nothing) stay, as the reader has just read that: "Ana Ruiz said | she would go".
  std::string Of(const std::vector<int>& tokens, int head, absl::string_view about = "") const;

 private:
  const Mention* MentionAt(int i) const;
  const Anaphor* AnaphorAt(int i) const;

  const Analysis* analysis_;
  const Tree* tree_;
  std::vector<const Mention*> mentions_;  // per token
  std::vector<const Anaphor*> anaphors_;  // of the sentence, in order
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_PHRASE_TEXT_H_
