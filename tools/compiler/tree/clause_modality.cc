#include "tools/compiler/tree/clause_modality.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

Modality ModalityOf(const Tree& tree, int verb) {
  const std::vector<int> helpers = tree.Children(verb, {Rel::kAux});
  const bool have = std::any_of(helpers.begin(), helpers.end(), [&](int i) { return tree[i].folded == "have"; });
  for (int child : tree.children(verb)) {
    const Token& token = tree[child];
    if (token.rel == Rel::kAux) {
      // "should have opened", "would have put": did not.
      if (have && IsOneOf(token.folded, {"would", "should", "could", "might", "'d"})) return Modality::kPossible;
      if (IsFutureAuxiliary(token.folded) || IsFutureAuxiliary(token.lemma)) return Modality::kPlanned;
      if (IsPossibilityAuxiliary(token.lemma)) return Modality::kPossible;
      if (IsObligingAuxiliary(token.lemma)) return Modality::kObligatory;
    }
    if (token.rel == Rel::kAdvmod) {
      if (IsHearsayAdverb(token.folded)) return Modality::kClaimed;
      if (IsDoubtAdverb(token.folded)) return Modality::kPossible;
    }
    if (token.rel == Rel::kMark && IsConditionMarker(token.folded)) return Modality::kPossible;
  }
  const int head = tree[verb].head;
  if (head < 0) return Modality::kNone;
  const Rel rel = tree[verb].rel;
  if (rel == Rel::kConj && !tree.Has(verb, Rel::kNsubj) && !tree.Has(verb, Rel::kNsubjPass) &&
      !tree.Has(verb, Rel::kAux)) {
    return ModalityOf(tree, head);
  }
  // "may flood the town, killing hundreds": no more certain than the enclosing clause.
  if (rel == Rel::kAdvcl && absl::EndsWith(tree[verb].folded, "ing") &&
      tree.Child(verb, {Rel::kMark, Rel::kNsubj, Rel::kNsubjPass}) < 0) {
    return ModalityOf(tree, head);
  }
  if (rel == Rel::kXcomp || rel == Rel::kCcomp || rel == Rel::kCsubjPass) {
    if (rel == Rel::kXcomp && tree.MarkOf(verb) == "to" && IsObligingVerb(tree[head].lemma))
      return Modality::kObligatory;
    if (rel == Rel::kXcomp && IsPlanningVerb(tree[head].lemma)) return Modality::kPlanned;
    // "is said to rise", but not "was observed rising".
    const bool seen = rel == Rel::kXcomp && tree.MarkOf(verb) != "to";
    if (IsSpeechVerb(tree[head].lemma) && tree.IsPassive(head) && !seen) return Modality::kClaimed;
  }
  // "accused of taking", "charged with stealing"
  if (rel == Rel::kAdvcl && IsOneOf(tree.MarkOf(verb), {"of", "with"}) && IsAccusingVerb(tree[head].lemma)) {
    return Modality::kClaimed;
  }
  if (IsOneOf(rel, {Rel::kCcomp, Rel::kCsubj, Rel::kAcl, Rel::kAclRelcl})) {
    if (IsPossibilityWord(tree[head].lemma)) return Modality::kPossible;
    if (IsSpeechNoun(tree[head].lemma) && tree.MarkOf(verb) == "that") return Modality::kClaimed;
  }
  return Modality::kNone;
}

bool IsUnstated(const Tree& tree, int verb) {
  for (int i = verb, left = tree.size(); left > 0 && tree.Contains(i); --left, i = tree[i].head) {
    const std::string mark = tree.MarkOf(i);
    if (IsConditionMarker(mark) || mark == "than") return true;  // "heavier than two men can lift"
    // In the present, "when the loaf is done" is a condition too.
    const bool time = IsOneOf(mark, {"when", "whenever", "once", "until", "till", "before", "after", "as soon as",
                                     "as long as", "wherever"}) ||
                      IsOneOf(tree[tree.Child(i, Rel::kAdvmod)].folded, {"when", "whenever", "once", "wherever"});
    if (time && tree[i].rel == Rel::kAdvcl && !IsPast(tree, i)) return true;
    // "Should the blade stay inside", "Had he known".
    const int first = tree.SubtreeBegin(i);
    const bool inverted = IsOneOf(tree[first].rel, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) && tree[first].head == i &&
                          first < i && tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass}) > first;
    if (inverted && (tree[i].rel == Rel::kAdvcl || IsOneOf(tree[first].folded, {"should", "had", "were"}))) {
      return true;
    }
    if (tree[i].rel != Rel::kConj) return false;
  }
  return false;
}

bool IsPast(const Tree& tree, int verb) {
  bool helped = false;
  for (int child : tree.children(verb)) {
    if (!IsOneOf(tree[child].rel, {Rel::kAux, Rel::kAuxPass, Rel::kCop})) continue;
    if (IsOneOf(tree[child].folded, {"was", "were", "had", "did"})) return true;
    helped = true;
  }
  const Token& token = tree[verb];
  return !helped && token.pos == Pos::kVerb && token.folded != token.lemma && !absl::EndsWith(token.folded, "ing") &&
         !absl::EndsWith(token.folded, "s");
}

int StandingOf(const Tree& tree, int verb) {
  int standing = tree.Has(verb, Rel::kCop) ? 80 : 100;
  int i = verb;
  for (int left = tree.size(); i != tree.root() && left > 0; --left) {
    const Rel rel = tree[i].rel;
    i = tree[i].head;
    if (i < 0 || i >= tree.size()) break;  // not a tree
    if (rel == Rel::kConj || rel == Rel::kParataxis) continue;
    const bool said = rel == Rel::kCcomp || rel == Rel::kCsubj || rel == Rel::kCsubjPass;
    if (said && IsSpeechVerb(tree[i].lemma)) continue;
    const bool completes = rel == Rel::kCcomp || rel == Rel::kXcomp;
    standing = standing * (completes ? 85 : rel == Rel::kAdvcl ? 75 : 55) / 100;
  }
  return standing;
}

}  // namespace pith::compiler
