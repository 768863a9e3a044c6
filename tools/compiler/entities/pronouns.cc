#include "tools/compiler/entities/pronouns.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsDummyPronoun(const Tree& tree, int i) {
  const Token& token = tree[i];
  if (token.rel == Rel::kExpl) return true;
  if (token.folded != "it" || !IsSubject(token.rel)) return false;
  const int verb = token.head;
  if (IsOneOf(tree[verb].lemma, {"rain", "snow", "hail"})) return true;
  if (tree.Has(verb, Rel::kCop)) {
    const bool cleft = tree.Child(verb, Rel::kAclRelcl) > verb && tree.Has(verb, Rel::kDet);
    const bool measure = tree.Has(verb, Rel::kNummod);
    if (cleft || measure) return true;
  }
  const bool clause = tree.Child(verb, {Rel::kCcomp, Rel::kCsubj, Rel::kXcomp, Rel::kAdvcl, Rel::kAdvclRelcl}) > i;
  return clause &&
         (tree.Has(verb, Rel::kCop) ? tree[verb].pos == Pos::kAdj
                                    : IsOneOf(tree[verb].lemma, {"seem", "take", "appear", "turn", "happen"}));
}

bool ReadPronoun(const Tree& tree, uint32_t sentence, int i, Pronoun* out) {
  const Token& token = tree[i];
  out->sentence = sentence;
  out->token = i;
  out->gender = GenderOfPronoun(token.folded);
  if (out->gender != Gender::kUnknown) {
    out->kind = PronounKind::kPerson;
  } else if (IsOneOf(token.folded, {"it", "its", "itself"})) {
    out->kind = PronounKind::kThing;
  } else if (IsOneOf(token.folded, {"they", "them", "their", "theirs", "themselves"})) {
    out->kind = PronounKind::kGroup;
  } else {
    return false;
  }
  return true;
}

}  // namespace pith::compiler
