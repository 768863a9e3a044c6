#include "tools/compiler/facts/event_words.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/facts/event_dates.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_subject.h"

namespace pith::compiler {
namespace {

// A shorter piece says too little on its own; the enclosing clause is used instead.
constexpr int kMinWords = 5;
// A clause of more is told without what does not have the date.
constexpr int kMostWords = 25;

bool IsSaying(const Token& token) {
  return IsOneOf(token.lemma, {"say", "tell", "report", "announce", "state", "add", "claim", "write", "note", "confirm",
                               "explain", "comment", "declare", "reveal", "warn", "admit", "insist", "argue"});
}

bool InDate(int i, TokenRange date) { return i >= date.first && i < date.last; }

}  // namespace

EventWords::EventWords(const Analysis& analysis, uint32_t sentence, const std::vector<size_t>& dates)
    : analysis_(analysis),
      reading_(analysis, sentence),
      tree_(reading_.tree()),
      phrases_(tree_),
      dateline_(static_cast<int>(tree_.sentence().dateline)),
      dates_below_(static_cast<size_t>(tree_.size())) {
  for (const size_t date : dates) {
    const TokenRange range = RangeOf(date);
    int at = range.empty() ? -1 : range.first;
    for (int steps = 0; tree_.Contains(at) && steps <= tree_.size(); ++steps, at = tree_[at].head) {
      ++dates_below_[static_cast<size_t>(at)];
    }
  }
}

TokenRange EventWords::Of(size_t value) {
  const TokenRange date = RangeOf(value);
  if (date.empty()) return {};
  const int top = phrases_.HeadOf(date);
  int head = GovernorOf(top, date);
  if (head < 0 || !DatesSomething(tree_, top, head, date)) return {};
  if (IsSaying(tree_[head]) && !SaysUndated(head, value)) return {};
  if (IsDateline(date)) return {};
  const TokenRange described = DescribedNoun(head, date);
  if (!described.empty()) return described;
  TokenRange words = WordsAround(head, date);
  // "The owner must raise it, a judge ruled on Tuesday."
  const bool tag = tree_[head].rel == Rel::kParataxis && tree_[head].pos == Pos::kVerb && FollowsComma(head) &&
                   tree_.Child(head, {Rel::kObj, Rel::kCcomp}) < 0 && tree_[head].head < head;
  while (WordsIn(words) < kMinWords || IsLeaning(words) || LacksSubject(head, words) || words.first > date.first ||
         words.last < date.last || tag) {
    const int above = ClauseAbove(tree_, head);
    if (above < 0 || tag) {
      words = phrases_.Trim({0, tree_.size()});
      break;
    }
    // A clause too small to stand alone must not lend its date to a statement that contains it.
    if (IsSaying(tree_[above]) && tree_[head].rel == Rel::kCcomp) break;
    head = above;
    words = WordsAround(head, date);
  }
  words.first = std::max(words.first, dateline_);
  return WordsIn(words) > WordsIn(date) + 1 ? words : TokenRange();
}

uint32_t EventWords::Begin() const { return dateline_ > 0 ? tree_[dateline_].begin : tree_.sentence().begin; }

TokenRange EventWords::Whole() const { return Phrases(tree_).Trim({dateline_, tree_.size()}); }

bool EventWords::IsWhole(TokenRange words) const {
  const TokenRange all = Whole();
  return words.first <= all.first && words.last >= all.last;
}

TokenRange EventWords::RangeOf(size_t value) const {
  const Span& span = analysis_.values[value].span;
  if (span.last > static_cast<uint32_t>(tree_.size())) return {};
  return {static_cast<int>(span.first), static_cast<int>(span.last)};
}

// The head of the nearest clause above the date, or of the sentence if there is none; -1 if there is nothing but the
// date.
int EventWords::GovernorOf(int top, TokenRange date) const {
  int at = top;
  for (int steps = 0; steps <= tree_.size(); ++steps) {
    const int head = tree_[at].head;
    if (head < 0) return InDate(at, date) ? -1 : at;
    if (tree_.IsClause(head) && !InDate(head, date)) return head;
    at = head;
  }
  return -1;
}

// Whether a verb of saying that has the date reports something without a date of its own.
bool EventWords::SaysUndated(int head, size_t value) const {
  const int said = tree_.Child(head, {Rel::kCcomp, Rel::kParataxis, Rel::kObj});
  if (said < 0) return false;
  const bool own = tree_.Under(RangeOf(value).first, said);
  return dates_below_[static_cast<size_t>(said)] == (own ? 1 : 0);  // none but this one
}

TokenRange EventWords::WordsAround(int head, TokenRange date) {
  if (!tree_.IsClause(head)) return phrases_.Nominal(head, kTakeNominals | kTakeClauses | kTakeRelatives);
  // A date before everything else holds for everything after it: "On Monday, A fell and B rose".
  const bool opens = date.first < head && date.first <= FirstSubject(head);
  const TokenRange clause = phrases_.Clause(head, opens || GoesOn(head));
  return phrases_.WithoutMarker(WithoutLaterDates(clause, date), head);
}

// "a small museum, which opened in 1998", "Acme, founded in 1987 by two brothers": what the relative clause or
// participle of `head` describes, with it. Empty where that says too little, or too much.
TokenRange EventWords::DescribedNoun(int head, TokenRange date) {
  int noun = tree_[head].head;
  const bool relative = tree_[head].rel == Rel::kAclRelcl;
  const bool aside = tree_[head].rel == Rel::kAcl && FollowsComma(head);
  if ((!relative && !aside) || noun < 0 || noun > head) return {};
  if (tree_[noun].pos != Pos::kNoun && tree_[noun].pos != Pos::kPropn) return {};
  // "Ann Lee, a doctor who came in 1950, ..." is about Ann Lee.
  for (int left = tree_.size(); left > 0 && tree_[noun].rel == Rel::kAppos && tree_[noun].head >= 0; --left) {
    noun = tree_[noun].head;
  }
  // "A branch, planned for 1961, was given up": the whole clause, if nothing else in it has a date.
  const int verb = tree_[noun].head;
  if (IsSubject(tree_[noun].rel) && dates_below_[static_cast<size_t>(verb)] == 1) {
    const TokenRange clause = WordsAround(verb, date);
    if (WordsIn(clause) <= kMostWords && clause.first <= date.first && clause.last >= date.last) return clause;
  }
  // "Holds a licence for a part that is valid until 2025": the noun alone says too little.
  const int clause = tree_.ClauseAround(noun);
  if (relative && !FollowsComma(head) && clause >= 0 && dates_below_[static_cast<size_t>(clause)] == 1 &&
      FirstSubject(clause) != clause) {
    const TokenRange all = WordsAround(clause, date);
    if (WordsIn(all) <= kMostWords && all.first <= date.first && all.last >= date.last) return all;
  }
  constexpr int kLeastDescribed = 4;  // beside the date
  const TokenRange words = phrases_.Nominal(noun, kTakeNominals | kTakeClauses | kTakeRelatives | kTakeAppositions);
  const bool enough =
      WordsIn(words) - WordsIn(date) >= kLeastDescribed && words.first <= date.first && words.last >= date.last;
  return enough ? WithoutLaterDates(words, date) : TokenRange();
}

// Cuts what follows the date and has one of its own: "was built in 1889, automated in 1974".
TokenRange EventWords::WithoutLaterDates(TokenRange range, TokenRange date) const {
  for (int i = date.last; i < range.last; ++i) {
    const bool clause = IsOneOf(tree_[i].rel, {Rel::kAdvcl, Rel::kConj, Rel::kParataxis, Rel::kAcl, Rel::kAclRelcl});
    if (!clause || !tree_.IsClause(i) || dates_below_[static_cast<size_t>(i)] == 0) continue;
    // "Went back in 2009 to work on a film, which won a prize in 2014": the infinitive belongs to what it follows.
    if (IsOneOf(tree_[i].rel, {Rel::kAdvcl, Rel::kAcl}) && !FollowsComma(i)) continue;
    const int begin = tree_.SubtreeBegin(i);
    if (begin >= date.last && begin > range.first && begin < range.last) range.last = begin;
  }
  // A subject whose verb lies outside would be left hanging: "when one got loose and the driver".
  for (int i = range.last; i-- > date.last;) {
    if (!IsSubject(tree_[i].rel) || tree_[i].head < range.last) continue;
    range.last = tree_.SubtreeBegin(i);
    while (range.last > date.last && tree_[range.last - 1].pos == Pos::kCconj) --range.last;
  }
  return phrases_.Trim(range);
}

// "proposed to pull it down, but a petition saved it", "was planned in 1998 and never built", "was charged in 1874 and
// acquitted": without what follows, one would believe the first.
bool EventWords::GoesOn(int head) const {
  constexpr int kBrief = 8;  // words
  const std::vector<int> conjuncts = tree_.Children(head, {Rel::kConj});
  const bool brief = std::all_of(conjuncts.begin(), conjuncts.end(), [this](int conjunct) {
    const bool own = tree_.Child(conjunct, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl, Rel::kCsubj}) >= 0;
    return !own && tree_[conjunct].pos == Pos::kVerb && dates_below_[static_cast<size_t>(conjunct)] == 0 &&
           WordsIn({tree_.SubtreeBegin(conjunct), tree_.SubtreeEnd(conjunct)}) <= kBrief;
  });
  if (brief) return true;
  for (int conjunct : conjuncts) {
    const int first = tree_.SubtreeBegin(conjunct);
    const int cc = tree_.Child(conjunct, Rel::kCc);
    const bool undone = tree_.IsNegated(conjunct) && tree_.Child(conjunct, {Rel::kNsubj, Rel::kNsubjPass}) < 0;
    if (undone || IsOneOf(tree_[cc < 0 ? first : cc].folded, {"but", "yet"})) return true;
  }
  return false;
}

// "LIMA, 18 June 2021."
bool EventWords::IsDateline(TokenRange date) const {
  for (int i = 0; i < tree_.size(); ++i) {
    if (!InDate(i, date) && tree_[i].pos != Pos::kPropn && tree_[i].pos != Pos::kPunct) return false;
  }
  return true;
}

int EventWords::FirstSubject(int head) const {
  const int subject = tree_.Child(head, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl, Rel::kCsubj});
  return subject < 0 ? head : tree_.SubtreeBegin(subject);
}

// Whether a comma opens the clause of `head`.
bool EventWords::FollowsComma(int head) const {
  const int begin = tree_.SubtreeBegin(head);
  return tree_[begin].folded == "," || tree_[begin - 1].folded == ",";
}

int EventWords::WordsIn(TokenRange range) const {
  int words = 0;
  for (int i = range.first; i < range.last; ++i) words += tree_[i].pos != Pos::kPunct;
  return words;
}

// Whether the clause shares the subject of one outside `range`: "entered a school in 1799" of "Byron was taught at home
// and in 1799 entered a school".
bool EventWords::LacksSubject(int head, TokenRange range) const {
  if (!tree_.IsClause(head)) return false;
  if (tree_.Child(head, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kExpl}) >= 0) return false;
  if (tree_[head].rel != Rel::kConj) return tree_.MarkOf(head) == "to";
  const int first = tree_[head].head;
  const int subject = tree_.Child(first, {Rel::kNsubj, Rel::kNsubjPass});
  return subject >= 0 && subject < range.first;
}

// Whether the clause is about something that stands elsewhere: "which had been banned in 1990", "where she studied",
// "the old one was stolen".
bool EventWords::IsLeaning(TokenRange range) const {
  for (int i = range.first; i < range.last; ++i) {
    if (!IsSubject(tree_[i].rel)) continue;
    if (IsOneOf(tree_[i].folded, {"one", "ones", "other", "others"})) return true;
    break;
  }
  const Token& first = tree_[range.first];
  // "[Show how high] the water stood in 1825"
  if (tree_[range.first - 1].folded == "how" || tree_[range.first - 2].folded == "how") return true;
  // "Not until 2002 did an analysis [settle it]"
  if (first.folded == "not" && (tree_.root() < range.first || tree_.root() >= range.last)) return true;
  return first.pos == Pos::kPron || first.pos == Pos::kAux || (first.pos == Pos::kVerb && first.rel != Rel::kRoot) ||
         IsOneOf(first.folded, {"where", "when", "while", "whose"});
}

}  // namespace pith::compiler
