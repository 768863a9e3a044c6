#include "tools/compiler/tree/reality.h"

#include <algorithm>
#include <string>

#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

// "would have won", "could have been": of what did not happen.
bool IsCounterfactual(const Tree& tree, int verb) {
  bool modal = false, have = false;
  for (int child : tree.children(verb)) {
    const Token& token = tree[child];
    if (token.rel != Rel::kAux) continue;
    modal |= IsOneOf(token.lemma, {"would", "could", "should", "might"}) || IsOneOf(token.folded, {"would", "could"});
    have |= token.lemma == "have";
  }
  return modal && have;
}

// What the clause of a predicate says of itself.
Reality OfClause(const Tree& tree, int verb) {
  if (tree.IsNegated(verb)) {
    // "did not open until 1950" says when it opened.
    const std::vector<int>& children = tree.children(verb);
    const bool until = std::any_of(children.begin(), children.end(), [&tree](int child) {
      return tree.CaseOf(child) == "until" || tree.MarkOf(child) == "until";
    });
    if (!until) return Reality::kNegated;
  }
  if (IsCounterfactual(tree, verb)) return Reality::kPossible;
  for (int child : tree.children(verb)) {
    const Token& token = tree[child];
    if (token.rel == Rel::kAdvmod && IsOneOf(token.folded, {"almost", "nearly"})) return Reality::kFailed;
    if (token.rel == Rel::kMark && IsConditionMarker(token.folded)) return Reality::kPossible;
    if (token.rel == Rel::kMark && token.folded == "without") return Reality::kNegated;
    // "Would" also tells of habits, and "may" of what is allowed.
    if (token.rel == Rel::kAux && IsOneOf(token.folded, {"will", "'ll", "wo", "shall"})) return Reality::kPlanned;
    if (token.rel == Rel::kAux && token.folded == "might") return Reality::kPossible;
  }
  return Reality::kStated;
}

// What the word `governor` says of the clause that completes it.
Reality OfComplement(const Tree& tree, int governor) {
  const Token& token = tree[governor];
  if (IsFailingWord(token.lemma)) return Reality::kFailed;
  if (IsDenyingVerb(token.lemma) || IsFalsehood(token.lemma) || IsFalsehood(tree[token.head].lemma))
    return Reality::kDenied;
  if (token.pos == Pos::kNoun ? IsPlanningNoun(token.lemma) : IsWishingVerb(token.lemma)) return Reality::kPlanned;
  if (IsPossibilityWord(token.lemma)) return Reality::kPossible;
  return Reality::kStated;
}

// "learned to swim" of "never learned to swim": whether what negates a verb stands before the phrase.
bool IsNegatedBefore(const Tree& tree, int first, int verb) {
  const std::vector<int>& children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](int child) {
    return child < first && tree[child].rel == Rel::kAdvmod && IsNegativeWord(tree[child].folded);
  });
}

// "not until 1950", "nobody for longer than twenty minutes", "no one within four kilometers": whether the words before
// a phrase make it the limit of a denial, which is so.
bool IsExcepted(const Tree& tree, int first) {
  for (int i = std::max(first - 2, 0); i <= first && i < tree.size(); ++i) {
    if (IsLimitOfDenial(tree[i].folded)) return true;
  }
  return false;
}

// "It is often said that the Romans dug the well": whether what completes `verb` is what people say, and nobody is
// named who says so.
bool IsRumour(const Tree& tree, int verb) {
  return tree.Has(verb, Rel::kAuxPass) && !tree.Has(verb, Rel::kOblAgent) &&
         IsOneOf(tree[verb].lemma, {"say", "tell", "claim", "rumour", "rumor", "allege", "suppose"});
}

// "not in 1951 but in 1953", "it was she, and not Ruckdeschel": whether what is denied is the phrase itself. Not so in
// "not only in 1951".
bool IsDeniedPhrase(const Tree& tree, int head) {
  for (const int child : tree.Children(head, {Rel::kAdvmod})) {
    if (child > head || !IsOneOf(tree[child].folded, {"not", "n't", "never"})) continue;
    if (!IsOneOf(tree[child + 1].folded, {"only", "just", "merely", "even", "least", "simply"})) return true;
  }
  return false;
}

// "offered 60,000 francs", "asked for three years": whether the amount headed by `node` is what somebody asks for or
// would give.
bool IsRequested(const Tree& tree, int node) {
  const Token& token = tree[node];
  if (token.pos != Pos::kNum && !tree.Has(node, Rel::kNummod)) return false;
  const std::string& verb = tree[token.head].lemma;
  if (token.rel == Rel::kObj) return IsOneOf(verb, {"offer", "demand", "seek", "request", "bid"});
  return token.rel == Rel::kObl && tree.CaseOf(node) == "for" && IsOneOf(verb, {"ask", "call", "bid"});
}

// "Who owns the mill?"
bool IsQuestion(const Tree& tree) { return tree.size() != 0 && tree[tree.size() - 1].folded == "?"; }

// "stopped making tires in 1999": whether token `t` says when the act of `clause` ended, which is not when it was done.
bool IsTimeOfEnd(const Tree& tree, int clause, int t) {
  const Token& verb = tree[tree[clause].head];
  return tree[t].head == clause && tree[t].pos == Pos::kNum && verb.pos == Pos::kVerb && IsCeasingVerb(verb.lemma) &&
         IsOneOf(tree[clause].rel, {Rel::kAdvcl, Rel::kXcomp});
}

// Whether a coordinated word begins a statement of its own: with its own subject, or after "but".
bool StandsAlone(const Tree& tree, int node) {
  if (tree.Has(node, Rel::kNsubj) || tree.Has(node, Rel::kNsubjPass)) return true;
  const int cc = tree.Child(node, Rel::kCc);
  return cc >= 0 && tree[cc].folded == "but";
}

// Whether what the noun says is denied: "denied reports that", "no truth in the claim that", "the claim that ... is
// false".
bool IsDeniedNoun(const Tree& tree, int noun) {
  const Token& token = tree[noun];
  if (token.head < 0) return false;
  const Token& above = tree[token.head];
  if (IsFalsehood(above.lemma) || IsFalsehood(tree[above.head].lemma)) return true;
  if (token.rel == Rel::kObj) return IsDenyingVerb(above.lemma) && !tree.IsNegated(token.head);
  const int det = tree.Child(token.head, Rel::kDet);
  return token.rel == Rel::kNmod && IsOneOf(above.lemma, {"truth", "substance", "basis", "foundation"}) && det >= 0 &&
         IsNegativeWord(tree[det].folded);
}

// "no evidence that she lived there": neither so nor denied.
bool IsUnproven(const Tree& tree, int noun) {
  const int det = tree.Child(noun, Rel::kDet);
  return det >= 0 && IsOneOf(tree[det].folded, {"no", "little"}) &&
         IsOneOf(tree[noun].lemma, {"evidence", "proof", "record", "sign", "indication"});
}

// Follows the tree up from `node`, which is part of the event that is asked about. What is denied, negated or failed
// outweighs what is planned or possible: "denied that it will open".
Reality RealityAbove(const Tree& tree, int node) {
  Reality open = Reality::kStated;
  for (int left = tree.size(); left > 0 && tree.Contains(node); --left) {
    const Token& token = tree[node];
    if (token.rel == Rel::kNmod || token.rel == Rel::kObl || token.rel == Rel::kObj || token.rel == Rel::kConj) {
      const int mark = tree.Child(node, Rel::kCase);
      const bool before = mark >= 0 && mark < node;
      if (before && IsOneOf(tree.CaseOf(node), {"instead of", "rather than", "without"})) return Reality::kNegated;
    }
    const int det = tree.Child(node, Rel::kDet);
    if (det >= 0 && IsNegativeWord(tree[det].folded)) return Reality::kNegated;
    // "Hardly anyone came."
    const int adverb = tree.Child(node, Rel::kAdvmod);
    if (adverb >= 0 && token.pos == Pos::kPron && IsOneOf(tree[adverb].folded, {"hardly", "scarcely", "barely"})) {
      return Reality::kNegated;
    }
    // "Neither Jo nor Meg voted."
    if (tree.Child(node, Rel::kCcPreconj) >= 0 && tree[tree.Child(node, Rel::kCcPreconj)].folded == "neither") {
      return Reality::kNegated;
    }
    const bool predicate = token.pos == Pos::kVerb || tree.IsClause(node) || tree.Has(node, Rel::kCop);
    if (!predicate && IsDeniedPhrase(tree, node)) return Reality::kNegated;
    if (IsRequested(tree, node) && open == Reality::kStated) open = Reality::kPlanned;
    if (predicate) {
      const Reality own = OfClause(tree, node);
      if (own == Reality::kPlanned || own == Reality::kPossible) {
        if (open == Reality::kStated) open = own;
      } else if (own != Reality::kStated) {
        return own;
      }
    }
    const int above = token.head;
    if (above < 0 || token.rel == Rel::kRoot) return open;
    switch (token.rel) {
      case Rel::kNsubj:
      case Rel::kNsubjPass: {
        // "The mayor failed to win", "Ann was acquitted of the murder": whoever asks for that says "fail".
        if (token.rel == Rel::kNsubjPass && IsAccusingVerb(tree[above].lemma)) return Reality::kPossible;
        const bool controls = tree.Has(above, Rel::kXcomp);  // it is the subject of the complement too
        if (!controls && !(tree.Has(above, Rel::kCcomp) && IsDenyingVerb(tree[above].lemma))) break;
        const Reality reality = OfComplement(tree, above);
        if (reality != Reality::kStated) return reality;
        break;
      }
      case Rel::kXcomp:
      case Rel::kCcomp:
      case Rel::kCsubj:
      case Rel::kCsubjPass: {
        if (token.rel == Rel::kCcomp && IsRumour(tree, above)) return Reality::kPossible;
        const Reality reality = OfComplement(tree, above);
        if (reality != Reality::kStated) return reality;
        break;
      }
      case Rel::kAcl:
      case Rel::kAclRelcl: {
        // "a plan to sell the farm", "the story that he sold it is a myth"; but "the farm sold in 1950" is taken for
        // granted.
        if (tree.MarkOf(node) == "that" && IsDeniedNoun(tree, above)) return Reality::kDenied;
        if (tree.MarkOf(node) == "that" && IsUnproven(tree, above)) return Reality::kPossible;
        if (tree.MarkOf(node) != "to") return open;
        return OfComplement(tree, above);
      }
      case Rel::kConj:
        // "was not built but rebuilt", "was not sold, and Ann kept it": that is said anew.
        if (StandsAlone(tree, node) || (tree.IsNegated(above) && !SharesNegation(tree, node))) return open;
        break;
      case Rel::kObj:
      case Rel::kIobj:
      case Rel::kObl:
      case Rel::kOblAgent:
      case Rel::kNummod:
      case Rel::kAdvmod:
      case Rel::kDet:
      case Rel::kAmod:
      case Rel::kCompound:
      case Rel::kFlat:
        break;
      case Rel::kAdvcl:
        // "opened the gate to let them in": no more certain than the gate.
        if (tree.MarkOf(node) != "to") return open;
        break;
      default:
        return open;
    }
    node = above;
  }
  return open;
}

}  // namespace

bool SharesNegation(const Tree& tree, int verb) {
  const int first = tree[verb].rel == Rel::kConj ? tree[verb].head : -1;
  if (first < 0 || first > verb) return tree[tree.SubtreeBegin(verb)].folded == "nor";
  if (!tree.IsNegated(first) || StandsAlone(tree, verb)) return false;
  const bool own = tree.Child(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0;
  for (int member : tree.Children(first, {Rel::kConj})) {
    const int cc = tree.Child(member, Rel::kCc);
    if (member < verb || cc < 0) continue;
    if (IsOneOf(tree[cc].folded, {"or", "nor"})) return !own;
    break;
  }
  const std::vector<int> adverbs = tree.Children(first, {Rel::kAdvmod});
  const bool adverb =
      std::any_of(adverbs.begin(), adverbs.end(), [&](int i) { return IsNegativeWord(tree[i].folded); });
  // "Do not cut the wound and call the farm."
  const bool imperative = tree.Child(first, {Rel::kNsubj, Rel::kNsubjPass}) < 0;
  if (own || imperative || !adverb || tree.Child(first, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) < 0) return false;
  // "was not repaired and burned down": what has an object or a particle is no participle.
  return !tree.Has(first, Rel::kAuxPass) || tree.Child(verb, {Rel::kObj, Rel::kCompoundPrt}) < 0;
}

bool IsException(const Tree& tree, int first) {
  if (IsOneOf(tree[first].folded, {"except", "excepting"})) return true;
  const int last = first > 1 && tree[first - 1].folded == "for" ? first - 2 : first - 1;
  if (last < 1) return false;
  if (IsOneOf(tree[last].folded, {"except", "excepting"})) return true;
  return IsOneOf(tree[last].folded, {"but", "save"}) &&
         IsOneOf(tree[last - 1].folded, {"all", "everything", "everyone", "everybody"});
}

Reality RealityOf(const Tree& tree, int first, int head) {
  if (IsQuestion(tree)) return Reality::kAsked;
  // A clause says itself what is so: "because no school has room", "asked them to boil the water"; but "denied that it
  // sold the farm".
  if (IsOneOf(tree[head].rel, {Rel::kCcomp, Rel::kXcomp}) && IsDenyingVerb(tree[tree[head].head].lemma)) {
    return Reality::kDenied;
  }
  // "to swim" and "learned to swim" of "never learned to swim".
  if (tree[head].rel == Rel::kXcomp && OfClause(tree, tree[head].head) == Reality::kNegated) return Reality::kNegated;
  // "in 1951" of "was not in 1951"
  const int copula = tree.Child(head, Rel::kCop);
  if (copula >= 0 && copula < first && IsDeniedPhrase(tree, head)) return Reality::kNegated;
  if (tree[head].pos == Pos::kVerb && IsNegatedBefore(tree, first, head)) return Reality::kNegated;
  if (tree[head].pos == Pos::kVerb || tree.IsClause(head)) return Reality::kStated;
  if (IsException(tree, first)) return Reality::kNegated;
  if (IsExcepted(tree, first)) return Reality::kStated;
  if (IsTimeOfEnd(tree, tree[head].head, head)) return Reality::kFailed;
  return RealityAbove(tree, head);
}

Reality RealityOfClause(const Tree& tree, int verb) {
  return IsQuestion(tree) ? Reality::kAsked : RealityAbove(tree, verb);
}

}  // namespace pith::compiler
