#include "tools/compiler/facts/events.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_subject.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/sentence_reading.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

// A shorter piece says too little on its own; the enclosing clause is used instead.
constexpr int kMinWords = 5;

using Day = std::array<int, 3>;  // year, month, day; 0: not stated

// The start of an EDTF date; false if it fixes no time. "199X" starts with 1990, "2019/2021" with 2019, a season with
// its first month.
bool StartOf(absl::string_view iso, Day* day) {
  const std::vector<absl::string_view> ends = absl::StrSplit(iso, '/');
  absl::string_view date = ends[0];
  if ((date.empty() || date == "..") && ends.size() > 1) date = ends[1];
  const bool negative = absl::ConsumePrefix(&date, "-");
  *day = {0, 0, 0};
  size_t part = 0;
  for (absl::string_view digits : absl::StrSplit(date.substr(0, date.find('T')), '-')) {
    if (part == day->size()) return false;
    std::string number;
    for (char c : digits) {
      if (absl::ascii_isdigit(static_cast<unsigned char>(c))) {
        number += c;
      } else if (c == 'X') {
        number += '0';
      } else if (c != '~' && c != '?' && c != '%') {
        return false;
      }
    }
    if (!absl::SimpleAtoi(number, &(*day)[part])) return false;
    ++part;
  }
  if (part == 0) return false;
  if (negative) (*day)[0] = -(*day)[0];
  int& month = (*day)[1];
  if (month >= 21 && month <= 24) month = 3 * (month - 20);      // spring .. winter
  if (month >= 33 && month <= 36) month = 3 * (month - 32) - 2;  // first to fourth quarter
  return true;
}

bool IsSaying(const Token& token) {
  return IsOneOf(token.lemma, {"say", "tell", "report", "announce", "state", "add", "claim", "write", "note", "confirm",
                               "explain", "comment", "declare", "reveal", "warn", "admit", "insist", "argue"});
}

// "1931"; "May" and "1990s" are none.
bool IsYear(const Token& token) {
  return token.folded.size() == 4 && absl::ascii_isdigit(static_cast<unsigned char>(token.folded[0]));
}

class EventFinder {
 public:
  EventFinder(const Analysis& analysis, uint32_t sentence, const std::vector<size_t>& dates)
      : analysis_(analysis),
        reading_(analysis, sentence),
        tree_(reading_.tree()),
        phrases_(tree_),
        dates_below_(tree_.size()) {
    for (const size_t date : dates) {
      const TokenRange range = RangeOf(date);
      int at = range.empty() ? -1 : range.first;
      for (int steps = 0; tree_.Contains(at) && steps <= tree_.size(); ++steps, at = tree_[at].head) {
        ++dates_below_[static_cast<size_t>(at)];
      }
    }
  }

  // The words that say what happened on date `value`; empty if it dates no clause.
  TokenRange WordsOf(size_t value) {
    const TokenRange date = RangeOf(value);
    if (date.empty()) return {};
    const int top = phrases_.HeadOf(date);
    int head = GovernorOf(top, date);
    if (head < 0) return {};
    if (IsHabit(head, date) || IsLimitOfState(head, date)) return {};
    if (IsSaying(tree_[head]) && !SaysUndated(head, value)) return {};
    TokenRange words = WordsAround(head, date);
    while (WordsIn(words) < kMinWords || IsLeaning(words) || words.first > date.first || words.last < date.last) {
      const int above = ClauseAbove(head);
      if (above < 0) {
        words = phrases_.Trim({0, tree_.size()});
        break;
      }
      // A clause too small to stand alone must not lend its date to a statement that contains it.
      if (IsSaying(tree_[above]) && tree_[head].rel == Rel::kCcomp) break;
      head = above;
      words = WordsAround(head, date);
    }
    if (IsAboutNobody(FirstClause(words))) return {};
    return WordsIn(words) > WordsIn(date) + 1 ? words : TokenRange();
  }

  bool IsWhole(TokenRange words) const {
    const TokenRange all = phrases_.Trim({0, tree_.size()});
    return words.first <= all.first && words.last >= all.last;
  }

 private:
  TokenRange RangeOf(size_t value) const {
    const Span& span = analysis_.values[value].span;
    if (span.last > static_cast<uint32_t>(tree_.size())) return {};
    return {static_cast<int>(span.first), static_cast<int>(span.last)};
  }

  // The head of the nearest clause above the date, or of the sentence if there is none; -1 if there is nothing but the
  // date.
  int GovernorOf(int top, TokenRange date) const {
    int at = top;
    for (int steps = 0; steps <= tree_.size(); ++steps) {
      const int head = tree_[at].head;
      if (head < 0) return InDate(at, date) ? -1 : at;
      if (tree_.IsClause(head) && !InDate(head, date)) return head;
      at = head;
    }
    return -1;
  }

  // "are open from 1 March", "is held in August each year": the present tense with a date that names no year tells of
  // no event, but of what is so every year. "The show opens on 3 May" is one to come.
  bool IsHabit(int head, TokenRange date) const {
    bool month = false;
    for (int i = date.first; i < date.last; ++i) {
      month = month || Months().Find(tree_[i].folded, 0) != 0 || Seasons().Find(tree_[i].folded, 0) != 0;
      if (IsYear(tree_[i])) return false;
    }
    if (!month) return false;
    // A participle stands in the time of the verb above it: "the fair, held in August, draws a crowd".
    int verb = head;
    for (int above = ClauseAbove(verb); above >= 0 && !IsFinite(verb); above = ClauseAbove(verb)) verb = above;
    if (IsPast(tree_, verb) || !IsFinite(verb)) return false;
    for (int i = head; i >= 0; i = ClauseAbove(i)) {
      if (ModalityOf(tree_, i) == Modality::kPlanned || tree_.Has(i, Rel::kXcomp)) return false;
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

  bool IsFinite(int verb) const {
    if (tree_.Child(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0) return tree_.MarkOf(verb) != "to";
    return tree_[verb].pos == Pos::kVerb && !absl::EndsWith(tree_[verb].folded, "ing") &&
           !IsOneOf(tree_[verb].rel, {Rel::kAcl, Rel::kXcomp}) && tree_.MarkOf(verb) != "to";
  }

  // "the highest since 1988", "had not lost since October": that year nothing of the kind happened.
  bool IsLimitOfState(int head, TokenRange date) const {
    if (tree_[date.first].folded != "since" && tree_[date.first - 1].folded != "since") return false;
    if (tree_.IsNegated(head)) return true;
    for (int i = tree_.SubtreeBegin(head); i < date.first; ++i) {
      const bool superlative = tree_[i].pos == Pos::kAdj && absl::EndsWith(tree_[i].folded, "est");
      if (superlative || IsOneOf(tree_[i].folded, {"first", "most", "least", "best", "worst", "only"})) return true;
    }
    return false;
  }

  // "her husband, Ivor Brand"
  bool IsNamed(int phrase) const {
    for (int i = tree_.SubtreeBegin(phrase); i < tree_.SubtreeEnd(phrase); ++i) {
      if (tree_[i].pos == Pos::kPropn) return true;
    }
    return false;
  }

  // The clause whose subject comes first in the range; -1: none.
  int FirstClause(TokenRange range) const {
    for (int i = range.first; i < range.last; ++i) {
      if (IsSubject(tree_[i].rel)) return tree_[i].head;
    }
    return -1;
  }

  // "It was closed in 1990", where nothing says what was.
  bool IsAboutNobody(int head) const {
    const int subject = SubjectOf(tree_, head);
    if (subject < 0 || IsNamed(subject)) return false;
    // "It was announced that the school would close."
    if (tree_[subject].folded == "it" && tree_.Has(head, Rel::kCcomp)) return false;
    for (int i = tree_.SubtreeBegin(subject); i < tree_.SubtreeEnd(subject); ++i) {
      const bool pronoun = tree_[i].pos == Pos::kPron && IsThirdPersonPronoun(tree_[i].folded);
      if (pronoun && !reading_.text().IsResolved(i)) return true;
    }
    return false;
  }

  static bool InDate(int i, TokenRange date) { return i >= date.first && i < date.last; }

  // The clause above token `i` to which it belongs; -1: none.
  int ClauseAbove(int i) const {
    int at = tree_[i].head;
    for (int steps = 0; at >= 0 && steps <= tree_.size(); ++steps, at = tree_[at].head) {
      if (tree_.IsClause(at) || tree_[at].head < 0) return at;
    }
    return -1;
  }

  TokenRange WordsAround(int head, TokenRange date) {
    if (!tree_.IsClause(head)) return phrases_.Nominal(head, kTakeNominals | kTakeClauses | kTakeRelatives);
    // A date before everything else holds for everything after it: "On Monday, A fell and B rose".
    const bool opens = date.first < head && date.first <= FirstSubject(head) && !ConjunctsHaveDates(head);
    const TokenRange clause = phrases_.Clause(head, opens || GoesOnWithBut(head));
    return phrases_.WithoutMarker(clause, head);
  }

  // "proposed to pull it down, but a petition saved it", "was planned in 1998 and never built": without what follows,
  // one would believe the first.
  bool GoesOnWithBut(int head) const {
    for (int conjunct : tree_.Children(head, {Rel::kConj})) {
      const int first = tree_.SubtreeBegin(conjunct);
      const int cc = tree_.Child(conjunct, Rel::kCc);
      const bool undone = tree_.IsNegated(conjunct) && tree_.Child(conjunct, {Rel::kNsubj, Rel::kNsubjPass}) < 0;
      if (undone || IsOneOf(tree_[cc < 0 ? first : cc].folded, {"but", "yet"})) return true;
    }
    return false;
  }

  bool ConjunctsHaveDates(int head) const {
    for (int conjunct : tree_.Children(head, {Rel::kConj})) {
      if (dates_below_[static_cast<size_t>(conjunct)] > 0) return true;
    }
    return false;
  }

  int FirstSubject(int head) const {
    const int subject = tree_.Child(head, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl, Rel::kCsubj});
    return subject < 0 ? head : tree_.SubtreeBegin(subject);
  }

  // Whether a verb of saying that has the date reports something without a date of its own.
  bool SaysUndated(int head, size_t value) const {
    const int said = tree_.Child(head, {Rel::kCcomp, Rel::kParataxis, Rel::kObj});
    if (said < 0) return false;
    const bool own = tree_.Under(RangeOf(value).first, said);
    return dates_below_[static_cast<size_t>(said)] == (own ? 1 : 0);  // none but this one
  }

  int WordsIn(TokenRange range) const {
    int words = 0;
    for (int i = range.first; i < range.last; ++i) words += tree_[i].pos != Pos::kPunct;
    return words;
  }

  // Whether the clause is about something that stands elsewhere: "which had been banned in 1990", "where she studied".
  bool IsLeaning(TokenRange range) const {
    const Token& first = tree_[range.first];
    return first.pos == Pos::kPron || first.pos == Pos::kAux || (first.pos == Pos::kVerb && first.rel != Rel::kRoot) ||
           IsOneOf(first.folded, {"where", "when", "while", "whose"});
  }

  const Analysis& analysis_;
  const SentenceReading reading_;
  const Tree& tree_;
  Phrases phrases_;
  std::vector<int> dates_below_;  // per token, how many dates lie in its subtree
};

// For each sentence, whether it stands in a caption or in code: those tell of no events.
std::vector<bool> Aside(const Analysis& analysis) {
  std::vector<bool> aside(analysis.sentences.size());
  size_t s = 0;
  for (const Block& block : analysis.article.blocks) {
    for (; s < aside.size() && analysis.sentences[s].begin < block.end; ++s) {
      aside[s] = block.kind == BlockKind::kCaption || block.kind == BlockKind::kCode;
    }
  }
  return aside;
}

// "1931" of "1931: the mill closes", but not "Friday" of "Tuesday to Friday: 9 am - 5 pm".
bool NamesYear(const Sentence& sentence, const Span& date) {
  return std::any_of(sentence.tokens.begin() + date.first, sentence.tokens.begin() + date.last, IsYear);
}

}  // namespace

void FindEvents(Analysis* analysis) {
  struct Dated {
    Day day;
    Event event;
  };
  std::vector<std::vector<size_t>> dates(analysis->sentences.size());
  std::vector<Day> days(analysis->values.size());
  for (size_t i = 0; i < analysis->values.size(); ++i) {
    const Value& value = analysis->values[i];
    if (value.kind != ValueKind::kDate || value.hedge == Hedge::kVague || !StartOf(value.iso, &days[i])) continue;
    if (value.span.sentence < dates.size() && value.span.first < value.span.last)
      dates[value.span.sentence].push_back(i);
  }
  const std::vector<bool> aside = Aside(*analysis);
  std::vector<Dated> found;
  for (uint32_t s = 0; s < dates.size(); ++s) {
    if (dates[s].empty() || aside[s]) continue;
    const std::vector<Token>& tokens = analysis->sentences[s].tokens;
    EventFinder finder(*analysis, s, dates[s]);
    for (size_t i : dates[s]) {
      // A line without a sentence, such as one of opening hours, tells of an event only where it says in which year.
      if (analysis->sentences[s].heading && !NamesYear(analysis->sentences[s], analysis->values[i].span)) continue;
      const TokenRange words = finder.WordsOf(i);
      if (words.empty()) continue;
      Event event;
      event.value = static_cast<int>(i);
      event.sentence = s;
      event.begin = tokens[static_cast<size_t>(words.first)].begin;
      event.end = tokens[static_cast<size_t>(words.last - 1)].end;
      // A whole sentence keeps its final period and quotation marks.
      if (finder.IsWhole(words)) {
        event.begin = analysis->sentences[s].begin;
        event.end = analysis->sentences[s].end;
      }
      found.push_back({days[i], event});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Dated& a, const Dated& b) {
    return std::make_tuple(a.day, a.event.begin, a.event.end) < std::make_tuple(b.day, b.event.begin, b.event.end);
  });
  analysis->events.clear();
  const Dated* last = nullptr;
  for (const Dated& dated : found) {
    const bool again = last != nullptr && last->day == dated.day && last->event.begin == dated.event.begin &&
                       last->event.end == dated.event.end;
    if (!again) analysis->events.push_back(dated.event);
    last = &dated;
  }
}

}  // namespace pith::compiler
