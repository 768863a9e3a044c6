#include "tools/compiler/candidates/clause_rules.h"

namespace pith::compiler {
namespace {

constexpr int kMaxClauseTokens = 30;

}  // namespace

void ProposeClause(int i, Proposals* out) {
  const Tree& tree = out->tree();
  Phrases& phrases = out->phrases();
  const Token& token = tree[i];
  const TokenRange clause = phrases.Clause(i, token.rel != Rel::kRoot && token.rel != Rel::kConj);
  if (clause.last - clause.first > kMaxClauseTokens) return;
  const TokenRange bare = phrases.WithoutMarker(clause, i);
  const bool infinitive = tree.MarkOf(i) == "to";
  switch (token.rel) {
    case Rel::kAdvcl:
      out->Add(bare, i, infinitive ? CandidateKind::kPurpose : CandidateKind::kClause,
               infinitive ? CandidateRule::kPurpose : CandidateRule::kReason);
      out->Add(clause, i, infinitive ? CandidateKind::kPurpose : CandidateKind::kClause,
               infinitive ? CandidateRule::kPurposeMarked : CandidateRule::kReasonMarked);
      break;
    case Rel::kAcl:
      out->Add(bare, i, infinitive ? CandidateKind::kPurpose : CandidateKind::kPredicate, CandidateRule::kPurpose);
      if (infinitive) out->Add(clause, i, CandidateKind::kPurpose, CandidateRule::kPurposeMarked);
      break;
    case Rel::kXcomp:
    case Rel::kCcomp:
    case Rel::kCsubj:
    case Rel::kCsubjPass:
      if (tree[i].pos == Pos::kVerb || token.rel != Rel::kXcomp) {
        out->Add(bare, i, token.rel == Rel::kXcomp ? CandidateKind::kPredicate : CandidateKind::kClause,
                 CandidateRule::kComplement);
        if (infinitive) out->Add(clause, i, CandidateKind::kPredicate, CandidateRule::kPurposeMarked);
      }
      break;
    default:
      break;
  }
  if (IsOneOf(token.rel, {Rel::kRoot, Rel::kConj, Rel::kAclRelcl, Rel::kParataxis, Rel::kCcomp}) &&
      token.pos == Pos::kVerb) {
    out->Add(phrases.Predicate(i, token.rel != Rel::kRoot && token.rel != Rel::kConj), i, CandidateKind::kPredicate,
             CandidateRule::kPredicate);
  }
}

}  // namespace pith::compiler
