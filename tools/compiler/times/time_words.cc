#include "tools/compiler/times/time_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"

namespace pith::compiler {
namespace {

bool AllDigits(absl::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return absl::ascii_isdigit(c); });
}

}  // namespace

bool TimeInput::Is(size_t i, std::initializer_list<absl::string_view> words) const {
  const absl::string_view word = Word(i);
  return std::find(words.begin(), words.end(), word) != words.end();
}

int MonthAt(const TimeInput& in, size_t i) {
  const absl::string_view word = in.Word(i);
  const int month = Months().Find(word, 0);
  if (month == 0) return 0;
  const bool numbered = DayAt(in, i + 1) != 0 || YearAt(in, i + 1) != 0 || (i > 0 && DayAt(in, i - 1) != 0) ||
                        (in.Word(i + 1) == "," && YearAt(in, i + 2) != 0) ||
                        (i > 1 && in.Word(i - 1) == "of" && DayAt(in, i - 2) != 0);
  if (!in.IsCapital(i)) return numbered && word.size() > 3 && word != "march" && word != "may" ? month : 0;
  if (ShortMonths().Has(word)) {
    const bool period = in.tokens[i].folded.back() == '.' || (in.Word(i + 1) == "." && i + 2 < in.tokens.size());
    return numbered || period ? month : 0;
  }
  if (!MonthsLikeWords().Has(word)) return month;
  if (numbered) return month;
  if (in.tokens[i].pos == Pos::kAux || in.tokens[i].pos == Pos::kVerb) return 0;
  return i > 0 && in.Is(i - 1,
                        {"in",  "of", "by",     "since",   "until", "till", "last", "next",   "this",  "early", "late",
                         "mid", "-",  "during", "through", "from",  "to",   "and",  "before", "after", "for"})
             ? month
             : 0;
}

absl::optional<absl::Weekday> WeekdayAt(const TimeInput& in, size_t i) {
  const absl::string_view word = in.Word(i);
  const absl::optional<absl::Weekday> day = Weekdays().Find(word, absl::nullopt);
  if (!day.has_value()) return absl::nullopt;
  if (ShortWeekdays().Has(word)) {  // short forms need confirmation by their context
    const bool marked = in.tokens[i].folded.back() == '.' || in.Word(i + 1) == "," || DayAt(in, i + 1) != 0;
    if (!marked || !in.IsCapital(i)) return absl::nullopt;
  }
  return day;
}

TimeUnit TimeUnitOf(absl::string_view word) {
  absl::string_view singular = TimeUnitForms().Find(word, "");
  const bool plural = !singular.empty() || (word.size() > 3 && word.back() == 's');
  if (singular.empty()) singular = plural ? word.substr(0, word.size() - 1) : word;
  TimeUnit unit = TimeUnits().Find(singular, TimeUnit());
  unit.plural = plural;
  return unit;
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
  if (at >= 1 && in.Word(at - 1) == "of" && PartsOfTime().Has(in.Word(at - 2))) {
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
  // "is closed until March", "has been kept on until December"
  if (i > 0 && in.Is(i - 1, {"until", "till"})) {
    for (size_t at = i; at-- > 0;) {
      if (in.Is(at, {"was", "were", "had", "did"})) break;
      if (in.Is(at, {"is", "are", "has", "have", "does", "do"})) return true;
    }
  }
  // 1 the future, -1 the past, 0 neither
  const auto sign = [&](size_t at) {
    const absl::string_view word = in.Word(at);
    if (FutureAuxiliaries().Has(word)) return 1;
    if (AnnouncingWords().Has(word) && in.Is(at + 1, {"to", "for", "on"})) {
      return 1;
    }
    if (in.Is(at, {"is", "are"}) && in.Word(at + 1) == "to") return 1;
    if (PastForms().Has(word)) return -1;
    const bool verb = in.tokens[at].pos == Pos::kVerb || in.tokens[at].pos == Pos::kX;
    return verb && word.size() > 4 && absl::EndsWith(word, "ed") ? -1 : 0;
  };
  for (size_t at = i; at-- > 0;) {
    if (const int s = sign(at)) {
      // "expected to arrive": the sign comes before the word that looks like a past form
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
