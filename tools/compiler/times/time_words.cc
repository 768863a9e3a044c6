#include "tools/compiler/times/time_words.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"

namespace pith::compiler {
namespace {

bool AllDigits(absl::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return absl::ascii_isdigit(c); });
}

int MonthWord(absl::string_view word) {
  static const auto* const months = new absl::flat_hash_map<absl::string_view, int>{
      {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
      {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
      {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
      {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12}};
  const auto it = months->find(word);
  return it == months->end() ? 0 : it->second;
}

}  // namespace

bool TimeInput::IsCapital(size_t i) const {
  return i < tokens.size() && tokens[i].begin < text.size() &&
         absl::ascii_isupper(static_cast<unsigned char>(text[tokens[i].begin]));
}

bool TimeInput::Is(size_t i, std::initializer_list<absl::string_view> words) const {
  const absl::string_view word = Word(i);
  return std::find(words.begin(), words.end(), word) != words.end();
}

int MonthAt(const TimeInput& in, size_t i) {
  const absl::string_view word = in.Word(i);
  const int month = MonthWord(word);
  if (month == 0) return 0;
  const bool numbered = DayAt(in, i + 1) != 0 || YearAt(in, i + 1) != 0 || (i > 0 && DayAt(in, i - 1) != 0) ||
                        (in.Word(i + 1) == "," && YearAt(in, i + 2) != 0) ||
                        (i > 1 && in.Word(i - 1) == "of" && DayAt(in, i - 2) != 0);
  if (!in.IsCapital(i)) return numbered && word.size() > 3 && word != "march" && word != "may" ? month : 0;
  if (word.size() <= 4 && word != "may" && word != "june" && word != "july") {  // abbreviations
    const bool period = in.tokens[i].folded.back() == '.' || (in.Word(i + 1) == "." && i + 2 < in.tokens.size());
    return numbered || period ? month : 0;
  }
  if (word != "may" && word != "march" && word != "august") return month;
  if (numbered) return month;
  if (in.tokens[i].pos == Pos::kAux || in.tokens[i].pos == Pos::kVerb) return 0;
  return i > 0 && in.Is(i - 1,
                        {"in",  "of", "by",     "since",   "until", "till", "last", "next",   "this",  "early", "late",
                         "mid", "-",  "during", "through", "from",  "to",   "and",  "before", "after", "for"})
             ? month
             : 0;
}

absl::optional<absl::Weekday> WeekdayAt(const TimeInput& in, size_t i) {
  static const auto* const days = new absl::flat_hash_map<absl::string_view, absl::Weekday>{
      {"monday", absl::Weekday::monday},       {"tuesday", absl::Weekday::tuesday},
      {"wednesday", absl::Weekday::wednesday}, {"thursday", absl::Weekday::thursday},
      {"friday", absl::Weekday::friday},       {"saturday", absl::Weekday::saturday},
      {"sunday", absl::Weekday::sunday},       {"mon", absl::Weekday::monday},
      {"tue", absl::Weekday::tuesday},         {"tues", absl::Weekday::tuesday},
      {"wed", absl::Weekday::wednesday},       {"thu", absl::Weekday::thursday},
      {"thurs", absl::Weekday::thursday},      {"fri", absl::Weekday::friday}};
  const auto it = days->find(in.Word(i));
  if (it == days->end()) return absl::nullopt;
  if (it->first.size() < 6) {  // short forms need a sign that they are one
    const bool marked = in.tokens[i].folded.back() == '.' || in.Word(i + 1) == "," || DayAt(in, i + 1) != 0;
    if (!marked || !in.IsCapital(i)) return absl::nullopt;
  }
  return it->second;
}

int SeasonMonth(absl::string_view word) {
  if (word == "spring") return 3;
  if (word == "summer") return 6;
  if (word == "autumn" || word == "fall") return 9;
  return word == "winter" ? 12 : 0;
}

TimeUnit UnitOf(absl::string_view word) {
  static const auto* const units = new absl::flat_hash_map<absl::string_view, TimeUnit>{
      {"second", {'S', true, 1, false, false, Precision::kDay}},
      {"minute", {'M', true, 1, false, false, Precision::kDay}},
      {"hour", {'H', true, 1, false, false, Precision::kDay}},
      {"day", {'D', false, 1, false, true, Precision::kDay}},
      {"week", {'W', false, 1, false, true, Precision::kWeek}},
      {"fortnight", {'W', false, 2, false, false, Precision::kWeek}},
      {"month", {'M', false, 1, false, true, Precision::kMonth}},
      {"year", {'Y', false, 1, false, true, Precision::kYear}},
      {"decade", {'Y', false, 10, false, true, Precision::kDecade}},
      {"century", {'Y', false, 100, false, true, Precision::kCentury}},
      {"millennium", {'Y', false, 1000, false, false, Precision::kCentury}}};
  const auto find = [](absl::string_view singular, bool plural) {
    const auto it = units->find(singular);
    TimeUnit unit = it == units->end() ? TimeUnit() : it->second;
    unit.plural = plural;
    return unit;
  };
  if (word == "centuries") return find("century", true);
  if (word == "millennia") return find("millennium", true);
  if (word == "mins" || word == "min") return find("minute", true);
  if (word == "hrs" || word == "hr") return find("hour", true);
  if (word == "yrs" || word == "yr") return find("year", true);
  if (word.size() > 3 && word.back() == 's') return find(word.substr(0, word.size() - 1), true);
  return find(word, false);
}

int YearAt(const TimeInput& in, size_t i) {
  const absl::string_view word = in.Word(i);
  int year = 0;
  if (word.size() != 4 || !AllDigits(word) || !absl::SimpleAtoi(word, &year)) return 0;
  return year >= 1000 && year <= 2100 ? year : 0;
}

int DayAt(const TimeInput& in, size_t i) {
  absl::string_view word = in.Word(i);
  int day = 0;
  if (word.size() > 2 && OrdinalWord(word) != 0 && absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) {
    day = OrdinalWord(word);
  } else if (word.size() > 2 || !AllDigits(word) || !absl::SimpleAtoi(word, &day)) {
    return 0;
  }
  return day >= 1 && day <= 31 ? day : 0;
}

uint32_t ModifierStart(const TimeInput& in, uint32_t i) {
  uint32_t at = i;
  if (at >= 1 && in.Word(at - 1) == "of" &&
      in.Is(at - 2, {"beginning", "start", "end", "middle", "rest", "close", "course", "part", "half", "days", "weeks",
                     "months"})) {
    at -= 2;
    if (at >= 1 && in.Is(at - 1, {"early", "late", "later", "first", "second", "last", "latter", "very"})) --at;
    if (at >= 1 && in.Is(at - 1, {"the", "early"})) --at;
    return at;
  }
  if (at >= 2 && in.Word(at - 1) == "-" && in.Is(at - 2, {"mid", "early", "late"})) return at - 2;
  if (at >= 1 && in.Is(at - 1, {"early", "late", "mid", "later", "earlier"})) {
    --at;
    if (at >= 1 && in.Is(at - 1, {"very"})) --at;
  }
  return at;
}

bool IsFuture(const TimeInput& in, uint32_t i) {
  static const auto* const past = new absl::flat_hash_set<absl::string_view>{
      "was", "were", "had",   "did",    "said", "told", "began", "took",  "made",  "went", "came",
      "won", "lost", "found", "became", "left", "held", "met",   "saw",   "gave",  "sent", "hit",
      "has", "have", "been",  "led",    "fell", "rose", "shot",  "broke", "spoke", "wrote"};
  // 1 the future, -1 the past, 0 neither
  const auto sign = [&](size_t at) {
    const absl::string_view word = in.Word(at);
    if (word == "will" || word == "'ll" || word == "shall" || word == "would" || word == "wo") return 1;
    if (in.Is(at, {"due", "scheduled", "expected", "planned", "set", "plans", "plan", "hopes", "going"}) &&
        in.Is(at + 1, {"to", "for", "on"})) {
      return 1;
    }
    if (past->contains(word)) return -1;
    const bool verb = in.tokens[at].pos == Pos::kVerb || in.tokens[at].pos == Pos::kX;
    return verb && word.size() > 4 && absl::EndsWith(word, "ed") ? -1 : 0;
  };
  for (size_t at = i; at-- > 0;) {
    if (const int s = sign(at)) {
      // "expected to arrive": the sign stands before the word that looks like the past
      if (s < 0 && at > 0) {
        for (size_t before = at; before-- > 0 && at - before <= 4;) {
          if (in.Is(before, {"will", "would", "'ll", "shall"})) return true;
        }
      }
      return s > 0;
    }
  }
  for (size_t at = i + 1; at < in.tokens.size(); ++at) {
    if (const int s = sign(at)) return s > 0;
  }
  return false;
}

}  // namespace pith::compiler
