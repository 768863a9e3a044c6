#include "tools/compiler/candidates/candidates.h"

#include <algorithm>
#include <utility>

#include "tools/compiler/candidates/clause_rules.h"
#include "tools/compiler/candidates/nominal_rules.h"
#include "tools/compiler/candidates/proposals.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/reality.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr int kMaxQuotedTokens = 20;
constexpr int kMaxBracketedTokens = 8;

// The indices of the elements of `list`, per sentence.
template <typename T>
std::vector<std::vector<size_t>> BySentence(const std::vector<T>& list, size_t sentences) {
  std::vector<std::vector<size_t>> numbers(sentences);
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i].span.sentence < sentences) numbers[list[i].span.sentence].push_back(i);
  }
  return numbers;
}

// Proposes and settles the candidates of one sentence.
class Finder {
 public:
  Finder(const Sentence& sentence, uint32_t number)
      : out_(sentence, number), tree_(out_.tree()), phrases_(out_.phrases()) {}

  // Proposes candidates from the given names, values and mentions of this sentence and from its tree.
  std::vector<Proposal> Find(const Analysis& analysis, const std::vector<size_t>& names,
                             const std::vector<size_t>& values, const std::vector<size_t>& mentions) {
    for (size_t i : names) {
      const Span& span = analysis.names[i].span;
      names_.push_back({static_cast<int>(span.first), static_cast<int>(span.last)});
      AddSpan(span, CandidateKind::kName, CandidateRule::kName);
    }
    for (size_t i : values) AddValue(analysis.values[i]);
    for (size_t i : mentions) {
      const Mention& mention = analysis.mentions[i];
      if (!mention.named) AddSpan(mention.span, CandidateKind::kNominal, CandidateRule::kPronoun);
    }
    for (int i = 0; i < tree_.size(); ++i) {
      ProposeNominal(i, names_, &out_);
      if (tree_[i].rel == Rel::kNummod || tree_[i].pos == Pos::kNum) Number(i);
      Modifier(i);
      if (tree_.IsClause(i)) ProposeClause(i, &out_);
    }
    Enclosed();
    std::vector<Proposal>& found = out_.all();
    Settle(tree_.sentence(), &found);
    for (Proposal& p : found) {
      p.candidate.value = ValueOf(p.candidate, analysis.values, values);
      p.candidate.entity = EntityOf(p.candidate, analysis.mentions, mentions);
      p.candidate.reality =
          RealityOf(tree_, static_cast<int>(p.candidate.span.first), static_cast<int>(p.candidate.span.head));
    }
    // "1,000" alone would claim more than the article's "about 1,000".
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const Proposal& p) { return LosesHedge(p.candidate, analysis.values); }),
                found.end());
    return std::move(found);
  }

 private:
  void AddSpan(const Span& span, CandidateKind kind, CandidateRule rule) {
    const TokenRange range = {static_cast<int>(span.first), static_cast<int>(span.last)};
    if (range.empty() || range.last > tree_.size()) return;
    out_.Add(range, phrases_.HeadOf(range), kind, rule);
  }

  void AddValue(const Value& value) {
    switch (value.kind) {
      case ValueKind::kNumber:
        return AddSpan(value.span, CandidateKind::kNumber, CandidateRule::kValue);
      case ValueKind::kDate:
        return AddSpan(value.span, CandidateKind::kTime, CandidateRule::kValue);
      case ValueKind::kDuration:
        return AddSpan(value.span, CandidateKind::kDuration, CandidateRule::kValue);
      case ValueKind::kNone:
        return;
    }
  }

  void Number(int i) {
    if (IsOneOf(tree_[i].rel, {Rel::kFlat, Rel::kFixed, Rel::kCompound})) return;
    out_.Add(phrases_.Nominal(i, kTakeNothing), i, CandidateKind::kNumber, CandidateRule::kNumber);
    if (!tree_.children(i).empty()) out_.Add({i, i + 1}, i, CandidateKind::kNumber, CandidateRule::kHead);
  }

  // Whether the token is an adverb that answers no question.
  static bool IsFiller(const Token& token) {
    return token.folded.size() < 4 ||
           IsOneOf(token.folded,
                   {"also", "however",   "only",  "even", "just",  "then",  "still", "very",       "rather",
                    "thus", "therefore", "again", "more", "most",  "much",  "well",  "especially", "particularly",
                    "when", "where",     "there", "here", "never", "about", "over",  "quite",      "almost"});
  }

  void Modifier(int i) {
    const Token& token = tree_[i];
    if (IsOneOf(token.rel, {Rel::kAmod, Rel::kCompound, Rel::kNmodDesc})) {
      out_.Add(phrases_.Nominal(i, kTakeNominals), i, CandidateKind::kModifier, CandidateRule::kModifier);
    } else if (token.pos == Pos::kAdj && token.rel != Rel::kAmod) {
      out_.Add(phrases_.Nominal(i, kTakeNothing), i, CandidateKind::kModifier, CandidateRule::kManner);
    } else if (token.pos == Pos::kAdv && token.rel == Rel::kAdvmod && !IsFiller(token)) {
      out_.Add(phrases_.Nominal(i, kTakeNothing), i, CandidateKind::kModifier, CandidateRule::kManner);
    }
  }

  // Proposes the words inside quotation marks and brackets.
  void Enclosed() {
    int quote = -1, bracket = -1;
    for (int i = 0; i < tree_.size(); ++i) {
      const std::string& mark = tree_[i].folded;
      if (mark == "\"" || mark == "``" || mark == "''") {
        if (quote >= 0 && i - quote > 1 && i - quote <= kMaxQuotedTokens) {
          Piece({quote + 1, i}, CandidateRule::kQuoted);
          quote = -1;
        } else {
          quote = i;
        }
      } else if (mark == "(" || mark == "[") {
        bracket = i;
      } else if ((mark == ")" || mark == "]") && bracket >= 0) {
        if (i - bracket > 1 && i - bracket <= kMaxBracketedTokens) Piece({bracket + 1, i}, CandidateRule::kBracketed);
        bracket = -1;
      }
    }
  }

  void Piece(TokenRange range, CandidateRule rule) {
    range = phrases_.Trim(range);
    out_.Add(range, phrases_.HeadOf(range), CandidateKind::kNominal, rule);
  }

  // Whether a candidate is a hedged number without its hedge.
  static bool LosesHedge(const Candidate& c, const std::vector<Value>& values) {
    if (c.value < 0) return false;
    const Value& value = values[static_cast<size_t>(c.value)];
    return value.kind == ValueKind::kNumber && value.hedge != Hedge::kExact && c.span.first > value.span.first;
  }

  // The value that the candidate means: one inside it that has the same head or counts that head, or, if the candidate
  // is a number, one around it.
  int ValueOf(const Candidate& c, const std::vector<Value>& values, const std::vector<size_t>& numbers) const {
    const auto head = static_cast<int>(c.span.head);
    int best = -1;
    for (size_t i : numbers) {
      const Span& span = values[i].span;
      if (span.first >= span.last || span.last > static_cast<uint32_t>(tree_.size())) continue;
      const int top = phrases_.HeadOf({static_cast<int>(span.first), static_cast<int>(span.last)});
      const bool inside = span.first >= c.span.first && span.last <= c.span.last;
      const bool around = span.first <= c.span.first && span.last >= c.span.last;
      const bool counts = top == head || (tree_[top].head == head && tree_[top].rel == Rel::kNummod);
      if ((inside && counts) || (around && c.kind == CandidateKind::kNumber)) best = static_cast<int>(i);
      if (inside && around) break;
    }
    return best;
  }

  static int EntityOf(const Candidate& c, const std::vector<Mention>& mentions, const std::vector<size_t>& numbers) {
    for (size_t i : numbers) {
      if (mentions[i].span.head == c.span.head) return static_cast<int>(mentions[i].entity);
    }
    return -1;
  }

  Proposals out_;
  const Tree& tree_;
  Phrases& phrases_;
  std::vector<TokenRange> names_;
};

}  // namespace

void FindCandidates(Analysis* analysis, std::vector<CandidateRule>* rules) {
  analysis->candidates.clear();
  if (rules != nullptr) rules->clear();
  const size_t sentences = analysis->sentences.size();
  const auto names = BySentence(analysis->names, sentences);
  const auto values = BySentence(analysis->values, sentences);
  const auto mentions = BySentence(analysis->mentions, sentences);
  for (size_t s = 0; s < sentences; ++s) {
    if (analysis->sentences[s].tokens.empty()) continue;
    Finder finder(analysis->sentences[s], static_cast<uint32_t>(s));
    for (const Proposal& p : finder.Find(*analysis, names[s], values[s], mentions[s])) {
      analysis->candidates.push_back(p.candidate);
      if (rules != nullptr) rules->push_back(p.rule);
    }
  }
}

}  // namespace pith::compiler
