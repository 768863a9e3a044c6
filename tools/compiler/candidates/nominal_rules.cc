#include "tools/compiler/candidates/nominal_rules.h"

#include <algorithm>
#include <initializer_list>

namespace pith::compiler {
namespace {

constexpr int kMaxPhraseTokens = 30;

class NominalRules {
 public:
  NominalRules(const std::vector<TokenRange>& names, Proposals* out)
      : names_(names), out_(*out), tree_(out->tree()), phrases_(out->phrases()) {}

  void Propose(int i) {
    if (!IsNominal(i)) return;
    const CandidateKind kind = CandidateKind::kNominal;
    const TokenRange base = phrases_.Nominal(i, kTakeNothing);
    const TokenRange whole = phrases_.Nominal(i, kTakeNominals);
    out_.Add(base, i, kind, CandidateRule::kBase);
    out_.Add(whole, i, kind, CandidateRule::kWithNominals);
    out_.Add(phrases_.Nominal(i, kTakeFirstNominal), i, kind, CandidateRule::kFirstNominal);
    const TokenRange clauses = phrases_.Nominal(i, kTakeNominals | kTakeClauses);
    if (clauses.last - clauses.first <= kMaxPhraseTokens) out_.Add(clauses, i, kind, CandidateRule::kWithClauses);
    const TokenRange all = phrases_.Nominal(i, kTakeNominals | kTakeClauses | kTakeRelatives | kTakeAppositions);
    if (all.last - all.first <= kMaxPhraseTokens) out_.Add(all, i, kind, CandidateRule::kWithAll);
    Inside(i, base, whole);
    if (tree_[i].rel == Rel::kNmodPoss) {
      out_.Add(phrases_.Nominal(i, kTakeNothing | kTakeCase), i, kind, CandidateRule::kOblique);
    } else if (tree_.Has(i, Rel::kCase)) {
      const bool main = IsOneOf(tree_[i].rel, {Rel::kObl, Rel::kOblAgent});
      if (main)
        out_.Add(phrases_.Nominal(i, kTakeNominals | kTakeCase), i, CandidateKind::kOblique, CandidateRule::kOblique);
    }
    // A name and a common noun are seldom a list: "the port of Oban and the largest town of Mull" was tied wrongly.
    const int second = tree_.Child(i, Rel::kConj);
    const bool alike = second >= 0 && (tree_[i].pos == Pos::kPropn) == (tree_[second].pos == Pos::kPropn);
    if (alike && tree_[i].rel != Rel::kConj) {
      TokenRange list = phrases_.Nominal(i, kTakeNominals | kTakeConjuncts);
      while (list.first < i && tree_[list.first].rel == Rel::kCcPreconj) ++list.first;  // "both"
      if (list.last > whole.last) out_.Add(list, i, CandidateKind::kList, CandidateRule::kList);
    }
  }

 private:
  bool IsNominal(int i) const {
    const Token& token = tree_[i];
    if (IsOneOf(token.rel, {Rel::kCompound, Rel::kFlat, Rel::kFixed, Rel::kGoeswith, Rel::kNummod, Rel::kCase,
                            Rel::kMark, Rel::kDet, Rel::kCc, Rel::kAux, Rel::kAuxPass, Rel::kCop, Rel::kAdvmod,
                            Rel::kPunct, Rel::kExpl, Rel::kAmod})) {
      return false;
    }
    switch (token.pos) {
      case Pos::kNoun:
      case Pos::kPropn:
      case Pos::kNum:
      case Pos::kSym:
      case Pos::kX:
        return true;
      case Pos::kPron:
      case Pos::kDet:
        return token.rel != Rel::kNmodPoss && HasModifier(i);
      case Pos::kAdj:
      case Pos::kVerb:
      case Pos::kAdv:
        return tree_.Has(i, Rel::kDet) || tree_.Has(i, Rel::kCase) ||
               IsOneOf(token.rel, {Rel::kNsubj, Rel::kNsubjPass, Rel::kObj, Rel::kNmod, Rel::kObl, Rel::kAppos});
      default:
        return false;
    }
  }

  // "those in need", "everything else"; but "which" and "it" alone say nothing.
  bool HasModifier(int i) const {
    return tree_.Child(i, {Rel::kNmod, Rel::kAmod, Rel::kAcl, Rel::kAclRelcl, Rel::kNummod, Rel::kDet}) >= 0;
  }

  // The parts of a base phrase that stand on their own: without possessor or adjectives, the head, the modifiers.
  void Inside(int head, TokenRange base, TokenRange whole) {
    int first = base.first;
    const auto skip = [&](std::initializer_list<Rel> rels) {
      const int start = first;
      while (first < head) {
        const int top = TopBelow(first, head);
        if (top < 0 || !IsOneOf(tree_[top].rel, rels)) break;
        first = std::max(first + 1, tree_.SubtreeEnd(top));
      }
      first = std::min(first, head);
      if (first == start) return;
      out_.Add({first, base.last}, head, CandidateKind::kNominal, CandidateRule::kUndetermined);
      out_.Add({first, whole.last}, head, CandidateKind::kNominal, CandidateRule::kUndetermined);
    };
    skip({Rel::kDet, Rel::kDetPredet, Rel::kNmodPoss, Rel::kCcPreconj, Rel::kAdvmod, Rel::kPunct});
    if (first < head) {
      out_.Add({first, head}, phrases_.HeadOf({first, head}), CandidateKind::kModifier, CandidateRule::kModifiers);
    }
    skip({Rel::kNummod, Rel::kAdvmod, Rel::kAmod, Rel::kPunct});
    if (tree_[head].pos != Pos::kPropn) out_.Add({head, head + 1}, head, CandidateKind::kNominal, CandidateRule::kHead);
    Title(base);
    if (tree_[head].pos == Pos::kPropn) {
      TokenRange name = {head, head + 1};
      while (name.first > base.first && IsNameWord(name.first - 1)) --name.first;
      while (name.last < base.last && IsNameWord(name.last)) ++name.last;
      out_.Add(name, head, CandidateKind::kNominal, CandidateRule::kBareName);
    }
  }

  // What stands before the name at the end of a phrase: "foreign minister" of "foreign minister Ana Ruiz".
  void Title(TokenRange base) {
    for (TokenRange name : names_) {
      if (name.last != base.last || name.first <= base.first) continue;
      const TokenRange title = {base.first, name.first};
      out_.Add(title, phrases_.HeadOf(title), CandidateKind::kNominal, CandidateRule::kModifiers);
    }
  }

  bool IsNameWord(int i) const {
    return tree_[i].pos == Pos::kPropn || (tree_[i].folded == "-" && tree_[i].rel != Rel::kCase);
  }

  // The child of `head` whose subtree holds token `i`, or -1.
  int TopBelow(int i, int head) const {
    for (int steps = 0; i >= 0 && steps <= tree_.size(); ++steps, i = tree_[i].head) {
      if (tree_[i].head == head) return i;
    }
    return -1;
  }

  const std::vector<TokenRange>& names_;
  Proposals& out_;
  const Tree& tree_;
  Phrases& phrases_;
};

}  // namespace

void ProposeNominal(int i, const std::vector<TokenRange>& names, Proposals* out) {
  NominalRules(names, out).Propose(i);
}

}  // namespace pith::compiler
