#include "tools/compiler/times/named_days.h"

#include "absl/strings/str_format.h"
#include "tools/compiler/times/dates.h"
#include "tools/compiler/times/years.h"

namespace pith::compiler {
namespace {

using Found = absl::optional<TimeMatch>;

// Easter Sunday in the Gregorian calendar, by the anonymous algorithm that J. Meeus gives (Astronomical Algorithms,
// 1991, chapter 8).
absl::CivilDay EasterOf(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return absl::CivilDay(year, n / 31, n % 31 + 1);
}

}  // namespace

Found ReadNthWeekday(const TimeInput& in, uint32_t first) {
  const bool last = in.Word(first) == "last";
  const int nth = last ? 0 : OrdinalWord(in.Word(first));
  const absl::optional<absl::Weekday> weekday = WeekdayAt(in, first + 1);
  if ((!last && (nth < 1 || nth > 5)) || !weekday.has_value() || !in.Is(first + 2, {"of", "in"})) return absl::nullopt;
  const int month = MonthAt(in, first + 3);
  if (month == 0) return absl::nullopt;
  TimeMatch match;
  match.first = first;
  match.last = first + 4;
  const absl::optional<int> said = YearBehind(in, match.last, &match.last);
  match.says_year = said.has_value();
  const absl::optional<Moment> placed = said.has_value() ? absl::nullopt : PlaceInYear(in, first, month, 0);
  if (!said.has_value() && !placed.has_value()) {
    match.iso = absl::StrFormat("XXXX-%02d", month);
    return match;
  }
  const int64_t year = said.has_value() ? *said : placed->day.year();
  absl::CivilDay day(year, month, 1);
  if (last) {
    day = absl::PrevWeekday(absl::CivilDay(year, month + 1, 1), *weekday);
  } else {
    if (absl::GetWeekday(day) != *weekday) day = absl::NextWeekday(day, *weekday);
    day += 7 * (nth - 1);
  }
  if (day.month() != month) return absl::nullopt;
  match.moment = Moment{day, Precision::kDay};
  return match;
}

Found ReadEasterDay(const TimeInput& in, uint32_t first) {
  const absl::string_view word = in.Word(first), day = in.Word(first + 1);
  int after = 0;
  if (word == "good" && day == "friday" && in.IsCapital(first)) {
    after = -2;
  } else if (word == "easter" && day == "monday") {
    after = 1;
  } else if (word != "easter" || day != "sunday") {
    return absl::nullopt;
  }
  uint32_t last = first + 2;
  const absl::optional<int> year = YearBehind(in, last, &last);
  if (!year.has_value() || *year < 1600) return absl::nullopt;  // before, most countries had another calendar
  return Dated(first, last, {EasterOf(*year) + after, Precision::kDay}, true);
}

}  // namespace pith::compiler
