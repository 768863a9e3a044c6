#include "tools/compiler/facts/event_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_subject.h"

namespace pith::compiler {
namespace {

// A shorter piece says too little on its own; the enclosing clause is used instead.
constexpr int kMinWords = 5;

bool IsSaying(const Token& token) {
  return IsOneOf(token.lemma, {"say", "tell", "report", "announce", "state", "add", "claim", "write", "note", "confirm",
                               "explain", "comment", "declare", "reveal", "warn", "admit", "insist", "argue"});
}

bool InDate(int i, TokenRange date) { return i >= date.first && i < date.last; }

}  // namespace

bool IsYear(const Token& token) {
  return token.folded.size() == 4 && absl::ascii_isdigit(static_cast<unsigned char>(token.folded[0]));
}

EventWords::EventWords(const Analysis& analysis, uint32_t sentence, const std::vector<size_t>& dates)
    : analysis_(analysis),
      reading_(analysis, sentence),
      tree_(reading_.tree()),
      phrases_(tree_),
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
  if (head < 0 || DatesNothing(top, head, date)) return {};
  if (IsSaying(tree_[head]) && !SaysUndated(head, value)) return {};
  const TokenRange described = DescribedNoun(head, date);
  if (!described.empty()) return described;
  TokenRange words = WordsAround(head, date);
  // "The owner must raise it, a judge ruled on Tuesday."
  const bool tag = tree_[head].rel == Rel::kParataxis && tree_[head].pos == Pos::kVerb && FollowsComma(head) &&
                   tree_.Child(head, {Rel::kObj, Rel::kCcomp}) < 0 && tree_[head].head < head;
  while (WordsIn(words) < kMinWords || IsLeaning(words) || words.first > date.first || words.last < date.last || tag) {
    const int above = ClauseAbove(head);
    if (above < 0 || tag) {
      words = phrases_.Trim({0, tree_.size()});
      break;
    }
    // A clause too small to stand alone must not lend its date to a statement that contains it.
    if (IsSaying(tree_[above]) && tree_[head].rel == Rel::kCcomp) break;
    head = above;
    words = WordsAround(head, date);
  }
  return WordsIn(words) > WordsIn(date) + 1 ? words : TokenRange();
}

bool EventWords::IsWhole(TokenRange words) const {
  Phrases phrases(tree_);
  const TokenRange all = phrases.Trim({0, tree_.size()});
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

// The clause above token `i` to which it belongs; -1: none.
int EventWords::ClauseAbove(int i) const {
  int at = tree_[i].head;
  for (int steps = 0; at >= 0 && steps <= tree_.size(); ++steps, at = tree_[at].head) {
    if (tree_.IsClause(at) || tree_[at].head < 0) return at;
  }
  return -1;
}

// Whether the date says when nothing happened of which the clause of `head` tells.
bool EventWords::DatesNothing(int top, int head, TokenRange date) const {
  // "machines made before 2020", "the only woman known to have run a foundry before 1800"
  const bool limit = tree_[date.first].folded == "before" || tree_.CaseOf(top) == "before";
  if (limit && IsOneOf(tree_[head].rel, {Rel::kAcl, Rel::kXcomp})) return true;
  // "printed in the following year's issue": the year tells which issue.
  if (tree_[top].rel == Rel::kNmodPoss) return true;
  return IsHabit(head, date) || IsLimitOfState(head, date) || IsOfNoun(top) || IsCompared(top, head);
}

// "are open from 1 March", "is held in August each year", "Book early for July": the present tense with a date that
// names no year tells of no event, but of what is so every year. "The show opens on 3 May" is one to come.
bool EventWords::IsHabit(int head, TokenRange date) const {
  bool month = false;
  for (int i = date.first; i < date.last; ++i) {
    month = month || Months().Find(tree_[i].folded, 0) != 0 || Seasons().Find(tree_[i].folded, 0) != 0;
    if (IsYear(tree_[i])) return false;
  }
  if (!month) return false;
  // A participle stands in the time of the verb above it: "the fair, held in August, draws a crowd".
  int verb = head;
  for (int above = ClauseAbove(verb); above >= 0 && !IsFinite(verb); above = ClauseAbove(verb)) verb = above;
  if (!tree_.IsClause(verb)) return true;
  if (IsPast(tree_, verb) || !IsFinite(verb)) return false;
  for (int i = head; i >= 0; i = ClauseAbove(i)) {
    // "plans to open in May" lies ahead; "stays closed from May to July" is a habit.
    const int end = tree_.Child(i, Rel::kXcomp);
    if (ModalityOf(tree_, i) == Modality::kPlanned || (end >= 0 && tree_.MarkOf(end) == "to")) return false;
    for (int helper : tree_.Children(i, {Rel::kAux})) {
      if (tree_[helper].lemma == "have") return false;
    }
    if (i == verb) break;
  }
  const bool day =
      std::any_of(tree_.sentence().tokens.begin() + date.first, tree_.sentence().tokens.begin() + date.last,
                  [](const Token& t) { return t.pos == Pos::kNum; });
  const bool turn =
      IsOneOf(tree_[verb].lemma, {"open", "reopen", "close", "start", "begin", "end", "finish", "launch"});
  return !(day && turn && tree_[verb].pos == Pos::kVerb && tree_.CaseOf(phrases_.HeadOf(date)) == "on");
}

// "the highest since 1988", "had not lost since October": that year nothing of the kind happened.
bool EventWords::IsLimitOfState(int head, TokenRange date) const {
  if (tree_[date.first].folded != "since" && tree_[date.first - 1].folded != "since") return false;
  if (tree_.IsNegated(head)) return true;
  for (int i = tree_.SubtreeBegin(head); i < date.first; ++i) {
    const bool superlative = tree_[i].pos == Pos::kAdj && absl::EndsWith(tree_[i].folded, "est");
    if (superlative || IsOneOf(tree_[i].folded, {"first", "most", "least", "best", "worst", "only"})) return true;
  }
  return false;
}

// "replaced a bridge of 1794": the year tells which bridge, not when it was replaced. "Cracked in the frost of 1814"
// tells when.
bool EventWords::IsOfNoun(int top) const {
  const int noun = tree_[top].head;
  if (tree_[top].rel != Rel::kNmod || tree_.CaseOf(top) != "of" || noun < 0 || noun > top) return false;
  return tree_[noun].rel != Rel::kObl;
}

// "compared with 21,000 in 1999", "more than in 1999"
bool EventWords::IsCompared(int top, int head) const {
  if (tree_[head].folded == "compared" && IsOneOf(tree_[head].rel, {Rel::kAdvcl, Rel::kAcl, Rel::kObl})) return true;
  for (int at = top, left = tree_.size(); left > 0 && at >= 0 && at != head; --left, at = tree_[at].head) {
    if (absl::StrContains(tree_.CaseOf(at), "than") || absl::StartsWith(tree_.CaseOf(at), "compared")) return true;
  }
  return tree_.MarkOf(head) == "than";
}

bool EventWords::IsFinite(int verb) const {
  if (tree_.Child(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0) return tree_.MarkOf(verb) != "to";
  return tree_[verb].pos == Pos::kVerb && !absl::EndsWith(tree_[verb].folded, "ing") &&
         !IsOneOf(tree_[verb].rel, {Rel::kAcl, Rel::kXcomp}) && tree_.MarkOf(verb) != "to";
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
  const TokenRange clause = phrases_.Clause(head, opens || GoesOnWithBut(head));
  return phrases_.WithoutMarker(WithoutLaterDates(clause, date), head);
}

// "a small museum, which opened in 1998", "Acme, founded in 1987 by two brothers": what the relative clause or
// participle of `head` describes, with it. Empty where that says too little, or too much.
TokenRange EventWords::DescribedNoun(int head, TokenRange date) {
  const int noun = tree_[head].head;
  const bool relative = tree_[head].rel == Rel::kAclRelcl;
  const bool aside = tree_[head].rel == Rel::kAcl && FollowsComma(head);
  if ((!relative && !aside) || noun < 0 || noun > head) return {};
  if (tree_[noun].pos != Pos::kNoun && tree_[noun].pos != Pos::kPropn) return {};
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

// "proposed to pull it down, but a petition saved it", "was planned in 1998 and never built": without what follows,
// one would believe the first.
bool EventWords::GoesOnWithBut(int head) const {
  for (int conjunct : tree_.Children(head, {Rel::kConj})) {
    const int first = tree_.SubtreeBegin(conjunct);
    const int cc = tree_.Child(conjunct, Rel::kCc);
    const bool undone = tree_.IsNegated(conjunct) && tree_.Child(conjunct, {Rel::kNsubj, Rel::kNsubjPass}) < 0;
    if (undone || IsOneOf(tree_[cc < 0 ? first : cc].folded, {"but", "yet"})) return true;
  }
  return false;
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

// Whether the clause is about something that stands elsewhere: "which had been banned in 1990", "where she studied",
// "the old one was stolen".
bool EventWords::IsLeaning(TokenRange range) const {
  for (int i = range.first; i < range.last; ++i) {
    if (!IsSubject(tree_[i].rel)) continue;
    if (IsOneOf(tree_[i].folded, {"one", "ones", "other", "others"})) return true;
    break;
  }
  const Token& first = tree_[range.first];
  return first.pos == Pos::kPron || first.pos == Pos::kAux || (first.pos == Pos::kVerb && first.rel != Rel::kRoot) ||
         IsOneOf(first.folded, {"where", "when", "while", "whose"});
}

}  // namespace pith::compiler
