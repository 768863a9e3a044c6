#include "tools/compiler/candidates/proposals.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

// How much a kind says, for spans that are of several kinds; higher wins.
int Specificity(CandidateKind kind) {
  switch (kind) {
    case CandidateKind::kName:
      return 6;
    case CandidateKind::kNumber:
      return 5;
    case CandidateKind::kTime:
      return 4;
    case CandidateKind::kDuration:
      return 3;
    case CandidateKind::kList:
      return 2;
    case CandidateKind::kNominal:
    case CandidateKind::kOblique:
      return 1;
    default:
      return 0;
  }
}

bool IsArticle(const Token& token) { return IsOneOf(token.folded, {"the", "a", "an"}); }

}  // namespace

void Proposals::Add(TokenRange range, int head, CandidateKind kind, CandidateRule rule) {
  range = phrases_.Trim(range);
  if (range.empty() || (range.last - range.first == 1 && tree_[range.first].pos == Pos::kPunct)) return;
  if (head < range.first || head >= range.last) head = phrases_.HeadOf(range);  // trimmed away
  Proposal p;
  p.candidate.span = {number_, static_cast<uint32_t>(range.first), static_cast<uint32_t>(range.last),
                      static_cast<uint32_t>(head)};
  p.candidate.kind = kind;
  p.rule = rule;
  all_.push_back(p);
}

void Settle(const Sentence& sentence, std::vector<Proposal>* found) {
  const auto place = [](const Proposal& p) { return std::make_pair(p.candidate.span.first, p.candidate.span.last); };
  const auto core = [&](const Proposal& p) {
    const Span& span = p.candidate.span;
    const bool article = span.last - span.first > 1 && IsArticle(sentence.tokens[span.first]);
    return std::make_pair(span.first + article, span.last);
  };
  std::sort(found->begin(), found->end(), [&](const Proposal& a, const Proposal& b) {
    const int of_a = Specificity(a.candidate.kind), of_b = Specificity(b.candidate.kind);
    return std::make_tuple(core(a), -of_a, place(a), a.rule, a.candidate.kind) <
           std::make_tuple(core(b), -of_b, place(b), b.rule, b.candidate.kind);
  });
  size_t kept = 0;
  for (const Proposal& p : *found) {
    if (kept > 0 && core((*found)[kept - 1]) == core(p)) {
      (*found)[kept - 1].rule = std::min((*found)[kept - 1].rule, p.rule);
    } else {
      (*found)[kept++] = p;
    }
  }
  found->resize(kept);
  if (kept > kMaxSentenceCandidates) {
    std::stable_sort(found->begin(), found->end(),
                     [](const Proposal& a, const Proposal& b) { return a.rule < b.rule; });
    found->resize(kMaxSentenceCandidates);
  }
  std::sort(found->begin(), found->end(), [&](const Proposal& a, const Proposal& b) { return place(a) < place(b); });
}

}  // namespace pith::compiler
