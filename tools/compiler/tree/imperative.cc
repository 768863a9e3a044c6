#include "tools/compiler/tree/imperative.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

bool HasSubject(const Tree& tree, int i) {
  return tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kCsubjPass, Rel::kExpl}) >= 0;
}

// Whether nothing but what an instruction may begin with stands before its verb.
bool MayBegin(const Tree& tree, int verb) {
  for (int child : tree.children(verb)) {
    if (child > verb) break;
    const Token& token = tree[child];
    const bool helper = token.rel == Rel::kAux && token.lemma == "do";
    const bool before = IsOneOf(token.rel, {Rel::kAdvmod, Rel::kObl, Rel::kOblUnmarked, Rel::kAdvcl, Rel::kDiscourse,
                                            Rel::kPunct, Rel::kCc, Rel::kVocative, Rel::kDep, Rel::kParataxis});
    if (!helper && !before) return false;
  }
  return true;
}

// "Leave a loaf on the table and after two days it is hard": what happens if one does, no instruction.
bool IsCondition(const Tree& tree, int verb) {
  for (int next : tree.Children(verb, {Rel::kConj})) {
    const int cc = tree.Child(next, Rel::kCc);
    if (HasSubject(tree, next) && cc >= 0 && IsOneOf(tree[cc].folded, {"and", "or"})) return true;
  }
  return false;
}

}  // namespace

bool IsImperative(const Tree& tree, int verb) {
  if (tree.size() == 0 || tree[tree.size() - 1].folded == "?" || IsCondition(tree, verb)) return false;
  for (int i = verb, left = tree.size(); left > 0 && tree.Contains(i); --left, i = tree[i].head) {
    const Token& token = tree[i];
    if (token.pos != Pos::kVerb || token.folded != token.lemma || HasSubject(tree, i) || !MayBegin(tree, i))
      return false;
    if (IsOneOf(token.lemma, {"thank", "see", "note", "imagine", "suppose", "let", "say", "consider", "look", "enjoy",
                              "forget", "welcome", "do", "be", "have", "guess", "bless", "mind", "think"})) {
      return false;
    }
    if (token.head < 0) return true;
    if (token.rel != Rel::kConj && token.rel != Rel::kParataxis) return false;
    // "If it rains, close it; open it again ...": what it is coordinated with may be a statement.
    if (token.rel == Rel::kParataxis) return true;
    if (HasSubject(tree, token.head)) return tree.Child(i, Rel::kCc) < 0;
  }
  return false;
}

}  // namespace pith::compiler
