#include "tools/compiler/candidates/candidates.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "tools/compiler/candidates/proposals.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr int kMaxClauseTokens = 30;
constexpr int kMaxQuotedTokens = 20;
constexpr int kMaxBracketedTokens = 8;

bool Is(Rel rel, std::initializer_list<Rel> rels) { return std::find(rels.begin(), rels.end(), rel) != rels.end(); }

// The numbers of what earlier stages found, sentence by sentence.
template <typename T>
std::vector<std::vector<size_t>> BySentence(const std::vector<T>& list, size_t sentences) {
  std::vector<std::vector<size_t>> numbers(sentences);
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i].span.sentence < sentences) numbers[list[i].span.sentence].push_back(i);
  }
  return numbers;
}

class Finder {
 public:
  Finder(const Sentence& sentence, uint32_t number) : tree_(sentence), phrases_(tree_), number_(number) {}

  // Proposes from the given names, values and mentions of this sentence and from its tree.
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
      if (IsNominal(i)) Nominal(i);
      if (tree_[i].rel == Rel::kNummod || tree_[i].pos == Pos::kNum) Number(i);
      Modifier(i);
      if (tree_.IsClause(i)) Clause(i);
    }
    Enclosed();
    Settle(tree_.sentence(), &found_);
    for (Proposal& p : found_) {
      p.candidate.value = ValueOf(p.candidate, analysis.values, values);
      p.candidate.entity = EntityOf(p.candidate, analysis.mentions, mentions);
    }
    // "1,000" alone would say more than the article's "about 1,000".
    found_.erase(std::remove_if(found_.begin(), found_.end(),
                                [&](const Proposal& p) { return LosesHedge(p.candidate, analysis.values); }),
                 found_.end());
    return std::move(found_);
  }

 private:
  void Add(TokenRange range, int head, CandidateKind kind, CandidateRule rule) {
    range = phrases_.Trim(range);
    if (range.empty() || (range.last - range.first == 1 && tree_[range.first].pos == Pos::kPunct)) return;
    if (head < range.first || head >= range.last) head = phrases_.HeadOf(range);  // trimmed away
    Proposal p;
    p.candidate.span = {number_, static_cast<uint32_t>(range.first), static_cast<uint32_t>(range.last),
                        static_cast<uint32_t>(head)};
    p.candidate.kind = kind;
    p.rule = rule;
    found_.push_back(p);
  }

  void AddSpan(const Span& span, CandidateKind kind, CandidateRule rule) {
    const TokenRange range = {static_cast<int>(span.first), static_cast<int>(span.last)};
    if (range.empty() || range.last > tree_.size()) return;
    Add(range, phrases_.HeadOf(range), kind, rule);
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

  bool IsNominal(int i) const {
    const Token& token = tree_[i];
    if (Is(token.rel,
           {Rel::kCompound, Rel::kFlat, Rel::kFixed, Rel::kGoeswith, Rel::kNummod, Rel::kCase, Rel::kMark, Rel::kDet,
            Rel::kCc, Rel::kAux, Rel::kAuxPass, Rel::kCop, Rel::kAdvmod, Rel::kPunct, Rel::kExpl, Rel::kAmod})) {
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
               Is(token.rel, {Rel::kNsubj, Rel::kNsubjPass, Rel::kObj, Rel::kNmod, Rel::kObl, Rel::kAppos});
      default:
        return false;
    }
  }

  // "those in need", "everything else"; but "which" and "it" alone say nothing.
  bool HasModifier(int i) const {
    return tree_.Child(i, {Rel::kNmod, Rel::kAmod, Rel::kAcl, Rel::kAclRelcl, Rel::kNummod, Rel::kDet}) >= 0;
  }

  void Nominal(int i) {
    const CandidateKind kind = CandidateKind::kNominal;
    const TokenRange base = phrases_.Nominal(i, kTakeNothing);
    const TokenRange whole = phrases_.Nominal(i, kTakeNominals);
    Add(base, i, kind, CandidateRule::kBase);
    Add(whole, i, kind, CandidateRule::kWithNominals);
    Add(phrases_.Nominal(i, kTakeFirstNominal), i, kind, CandidateRule::kFirstNominal);
    const TokenRange clauses = phrases_.Nominal(i, kTakeNominals | kTakeClauses);
    if (clauses.last - clauses.first <= kMaxClauseTokens) Add(clauses, i, kind, CandidateRule::kWithClauses);
    const TokenRange all = phrases_.Nominal(i, kTakeNominals | kTakeClauses | kTakeRelatives | kTakeAppositions);
    if (all.last - all.first <= kMaxClauseTokens) Add(all, i, kind, CandidateRule::kWithAll);
    Inside(i, base, whole);
    if (tree_[i].rel == Rel::kNmodPoss) {
      Add(phrases_.Nominal(i, kTakeNothing | kTakeCase), i, kind, CandidateRule::kOblique);
    } else if (tree_.Has(i, Rel::kCase)) {
      const bool main = Is(tree_[i].rel, {Rel::kObl, Rel::kOblAgent});
      if (main)
        Add(phrases_.Nominal(i, kTakeNominals | kTakeCase), i, CandidateKind::kOblique, CandidateRule::kOblique);
    }
    // A name and a common noun are seldom a list: "the port of Oban and the largest town of Mull" was tied wrongly.
    const int second = tree_.Child(i, Rel::kConj);
    const bool alike = second >= 0 && (tree_[i].pos == Pos::kPropn) == (tree_[second].pos == Pos::kPropn);
    if (alike && tree_[i].rel != Rel::kConj) {
      TokenRange list = phrases_.Nominal(i, kTakeNominals | kTakeConjuncts);
      while (list.first < i && tree_[list.first].rel == Rel::kCcPreconj) ++list.first;  // "both"
      if (list.last > whole.last) Add(list, i, CandidateKind::kList, CandidateRule::kList);
    }
  }

  // The parts of a base phrase that stand on their own: without possessor or adjectives, the head, the modifiers.
  void Inside(int head, TokenRange base, TokenRange whole) {
    int first = base.first;
    const auto skip = [&](std::initializer_list<Rel> rels) {
      const int start = first;
      while (first < head) {
        const int top = TopBelow(first, head);
        if (top < 0 || !Is(tree_[top].rel, rels)) break;
        first = std::max(first + 1, tree_.SubtreeEnd(top));
      }
      first = std::min(first, head);
      if (first == start) return;
      Add({first, base.last}, head, CandidateKind::kNominal, CandidateRule::kUndetermined);
      Add({first, whole.last}, head, CandidateKind::kNominal, CandidateRule::kUndetermined);
    };
    skip({Rel::kDet, Rel::kDetPredet, Rel::kNmodPoss, Rel::kCcPreconj, Rel::kAdvmod, Rel::kPunct});
    if (first < head) {
      Add({first, head}, phrases_.HeadOf({first, head}), CandidateKind::kModifier, CandidateRule::kModifiers);
    }
    skip({Rel::kNummod, Rel::kAdvmod, Rel::kAmod, Rel::kPunct});
    if (tree_[head].pos != Pos::kPropn) Add({head, head + 1}, head, CandidateKind::kNominal, CandidateRule::kHead);
    Title(base);
    if (tree_[head].pos == Pos::kPropn) {
      TokenRange name = {head, head + 1};
      while (name.first > base.first && IsNameWord(name.first - 1)) --name.first;
      while (name.last < base.last && IsNameWord(name.last)) ++name.last;
      Add(name, head, CandidateKind::kNominal, CandidateRule::kBareName);
    }
  }

  // What stands before the name at the end of a phrase: "foreign minister" of "foreign minister Ana Ruiz".
  void Title(TokenRange base) {
    for (TokenRange name : names_) {
      if (name.last != base.last || name.first <= base.first) continue;
      const TokenRange title = {base.first, name.first};
      Add(title, phrases_.HeadOf(title), CandidateKind::kNominal, CandidateRule::kModifiers);
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

  void Number(int i) {
    if (Is(tree_[i].rel, {Rel::kFlat, Rel::kFixed, Rel::kCompound})) return;
    Add(phrases_.Nominal(i, kTakeNothing), i, CandidateKind::kNumber, CandidateRule::kNumber);
    if (!tree_.children(i).empty()) Add({i, i + 1}, i, CandidateKind::kNumber, CandidateRule::kHead);
  }

  // Adverbs that answer no question.
  static bool IsFiller(const Token& token) {
    return token.folded.size() < 4 ||
           IsOneOf(token.folded,
                   {"also", "however",   "only",  "even", "just",  "then",  "still", "very",       "rather",
                    "thus", "therefore", "again", "more", "most",  "much",  "well",  "especially", "particularly",
                    "when", "where",     "there", "here", "never", "about", "over",  "quite",      "almost"});
  }

  void Modifier(int i) {
    const Token& token = tree_[i];
    if (Is(token.rel, {Rel::kAmod, Rel::kCompound, Rel::kNmodDesc})) {
      Add(phrases_.Nominal(i, kTakeNominals), i, CandidateKind::kModifier, CandidateRule::kModifier);
    } else if (token.pos == Pos::kAdj && token.rel != Rel::kAmod) {
      Add(phrases_.Nominal(i, kTakeNothing), i, CandidateKind::kModifier, CandidateRule::kManner);
    } else if (token.pos == Pos::kAdv && token.rel == Rel::kAdvmod && !IsFiller(token)) {
      Add(phrases_.Nominal(i, kTakeNothing), i, CandidateKind::kModifier, CandidateRule::kManner);
    }
  }

  void Clause(int i) {
    const Token& token = tree_[i];
    const TokenRange clause = phrases_.Clause(i, token.rel != Rel::kRoot && token.rel != Rel::kConj);
    if (clause.last - clause.first > kMaxClauseTokens) return;
    const TokenRange bare = phrases_.WithoutMarker(clause, i);
    const bool infinitive = tree_.MarkOf(i) == "to";
    switch (token.rel) {
      case Rel::kAdvcl:
        Add(bare, i, infinitive ? CandidateKind::kPurpose : CandidateKind::kClause,
            infinitive ? CandidateRule::kPurpose : CandidateRule::kReason);
        Add(clause, i, infinitive ? CandidateKind::kPurpose : CandidateKind::kClause,
            infinitive ? CandidateRule::kPurposeMarked : CandidateRule::kReasonMarked);
        break;
      case Rel::kAcl:
        Add(bare, i, infinitive ? CandidateKind::kPurpose : CandidateKind::kPredicate, CandidateRule::kPurpose);
        if (infinitive) Add(clause, i, CandidateKind::kPurpose, CandidateRule::kPurposeMarked);
        break;
      case Rel::kXcomp:
      case Rel::kCcomp:
      case Rel::kCsubj:
      case Rel::kCsubjPass:
        if (tree_[i].pos == Pos::kVerb || token.rel != Rel::kXcomp) {
          Add(bare, i, token.rel == Rel::kXcomp ? CandidateKind::kPredicate : CandidateKind::kClause,
              CandidateRule::kComplement);
          if (infinitive) Add(clause, i, CandidateKind::kPredicate, CandidateRule::kPurposeMarked);
        }
        break;
      default:
        break;
    }
    if (Is(token.rel, {Rel::kRoot, Rel::kConj, Rel::kAclRelcl, Rel::kParataxis, Rel::kCcomp}) &&
        token.pos == Pos::kVerb) {
      Add(phrases_.Predicate(i, token.rel != Rel::kRoot && token.rel != Rel::kConj), i, CandidateKind::kPredicate,
          CandidateRule::kPredicate);
    }
  }

  // The words within quotation marks and brackets.
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
    Add(range, phrases_.HeadOf(range), CandidateKind::kNominal, rule);
  }

  // The value that the candidate means: inside it and on its head or counting it, or one of which it is the number.
  // Whether a candidate is a hedged number less its hedge.
  static bool LosesHedge(const Candidate& c, const std::vector<Value>& values) {
    if (c.value < 0) return false;
    const Value& value = values[static_cast<size_t>(c.value)];
    return value.kind == ValueKind::kNumber && value.hedge != Hedge::kExact && c.span.first > value.span.first;
  }

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

  const Tree tree_;
  Phrases phrases_;
  uint32_t number_;
  std::vector<TokenRange> names_;
  std::vector<Proposal> found_;
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
