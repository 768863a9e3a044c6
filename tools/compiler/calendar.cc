#include "tools/compiler/calendar.h"

#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace pith::compiler {
namespace {

// The greatest multiple of `step` that is at most `year`; also for years BC.
int64_t FloorTo(int64_t year, int64_t step) { return year - ((year % step) + step) % step; }

std::string Year(int64_t year) { return year < 0 ? absl::StrFormat("-%04d", -year) : absl::StrFormat("%04d", year); }
std::string Month(absl::CivilDay day) { return absl::StrFormat("%s-%02d", Year(day.year()), day.month()); }
std::string Day(absl::CivilDay day) { return absl::StrFormat("%s-%02d", Month(day), day.day()); }

// Parses "2022", "2022-01", "2022-01-06", "199X", "18XX", "2010-21", "-0043"; ignores the rest of a date with a time.
absl::optional<Moment> ParsePoint(absl::string_view s) {
  const bool negative = !s.empty() && s[0] == '-';
  if (negative) s.remove_prefix(1);
  if (s.size() < 4 || s[0] == 'X') return absl::nullopt;
  const std::string digits = absl::StrCat(s.substr(0, s.find('X') < 4 ? s.find('X') : 4));
  int64_t year = 0;
  if (!absl::SimpleAtoi(digits, &year)) return absl::nullopt;
  for (size_t i = digits.size(); i < 4; ++i) year *= 10;
  if (negative) year = -year;
  Precision precision = digits.size() == 4   ? Precision::kYear
                        : digits.size() == 3 ? Precision::kDecade
                                             : Precision::kCentury;
  int month = 1, day = 1;
  if (s.size() >= 7 && s[4] == '-' && absl::SimpleAtoi(s.substr(5, 2), &month)) {
    precision = Precision::kMonth;
    if (month >= 21 && month <= 24) {
      precision = Precision::kSeason;
      month = (month - 20) * 3;
    }
    if (s.size() >= 10 && s[7] == '-' && absl::SimpleAtoi(s.substr(8, 2), &day)) precision = Precision::kDay;
  }
  return Moment{absl::CivilDay(year, month, day), precision};
}

}  // namespace

Moment Floor(absl::CivilDay day, Precision precision) {
  const int64_t year = day.year();
  switch (precision) {
    case Precision::kCentury:
      return {absl::CivilDay(FloorTo(year, 100)), precision};
    case Precision::kDecade:
      return {absl::CivilDay(FloorTo(year, 10)), precision};
    case Precision::kYear:
      return {absl::CivilDay(year), precision};
    case Precision::kSeason:  // January and February belong to the winter that began the year before
      return {absl::CivilDay(absl::CivilMonth(year, day.month() / 3 * 3)), precision};
    case Precision::kQuarter:
      return {absl::CivilDay(year, (day.month() - 1) / 3 * 3 + 1), precision};
    case Precision::kMonth:
      return {absl::CivilDay(year, day.month()), precision};
    case Precision::kWeek:
      return {absl::PrevWeekday(day + 1, absl::Weekday::monday), precision};
    case Precision::kWeekend:
      return {absl::PrevWeekday(day + 1, absl::Weekday::monday) + 5, precision};
    case Precision::kDay:
      break;
  }
  return {day, Precision::kDay};
}

Moment Add(const Moment& moment, int64_t n) {
  const absl::CivilDay day = moment.day;
  switch (moment.precision) {
    case Precision::kCentury:
      return {absl::CivilDay(day.year() + 100 * n), moment.precision};
    case Precision::kDecade:
      return {absl::CivilDay(day.year() + 10 * n), moment.precision};
    case Precision::kYear:
      return {absl::CivilDay(day.year() + n), moment.precision};
    case Precision::kSeason:
    case Precision::kQuarter:
      return {absl::CivilDay(absl::CivilMonth(day) + 3 * n), moment.precision};
    case Precision::kMonth:
      return {absl::CivilDay(absl::CivilMonth(day) + n), moment.precision};
    case Precision::kWeek:
    case Precision::kWeekend:
      return {day + 7 * n, moment.precision};
    case Precision::kDay:
      break;
  }
  return {day + n, Precision::kDay};
}

absl::CivilDay End(const Moment& moment) {
  return moment.precision == Precision::kWeekend ? moment.day + 2 : Add(moment, 1).day;
}

std::string Iso(const Moment& moment) {
  const absl::CivilDay day = moment.day;
  switch (moment.precision) {
    case Precision::kCentury:
    case Precision::kDecade: {
      // The digits of years BC do not divide them into decades.
      if (day.year() < 0) return IsoInterval({day, Precision::kYear}, {End(moment) - 1, Precision::kYear});
      const std::string year = Year(day.year());
      return moment.precision == Precision::kCentury ? year.substr(0, 2) + "XX" : year.substr(0, 3) + "X";
    }
    case Precision::kYear:
      return Year(day.year());
    case Precision::kSeason:
      return absl::StrFormat("%s-%d", Year(day.year()), 20 + day.month() / 3);
    case Precision::kMonth:
      return Month(day);
    case Precision::kDay:
      return Day(day);
    case Precision::kQuarter:
    case Precision::kWeek:
    case Precision::kWeekend:
      break;
  }
  return IsoInterval(moment, moment);
}

std::string IsoInterval(const Moment& from, const Moment& to) {
  const auto shown = [](Precision precision) {
    switch (precision) {
      case Precision::kQuarter:
        return Precision::kMonth;
      case Precision::kWeek:
      case Precision::kWeekend:
        return Precision::kDay;
      default:
        return precision;
    }
  };
  const Precision first = shown(from.precision), last = shown(to.precision);
  return absl::StrCat(Iso({from.day, first}), "/", last == to.precision ? Iso(to) : Iso(Floor(End(to) - 1, last)));
}

absl::optional<absl::CivilDay> ParseIsoDay(absl::string_view s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return absl::nullopt;
  for (const size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(s[i]))) return absl::nullopt;
  }
  int year = 0, month = 0, day = 0;
  if (!absl::SimpleAtoi(s.substr(0, 4), &year) || !absl::SimpleAtoi(s.substr(5, 2), &month) ||
      !absl::SimpleAtoi(s.substr(8, 2), &day)) {
    return absl::nullopt;
  }
  const absl::CivilDay civil(year, month, day);  // 31 April becomes 1 May
  if (civil.month() != month || civil.day() != day) return absl::nullopt;
  return civil;
}

bool IsIsoDay(absl::string_view s) { return ParseIsoDay(s).has_value(); }

int64_t DateOrder(absl::string_view iso) {
  const absl::optional<Moment> moment = ParsePoint(iso.substr(0, iso.find('/', 1)));
  if (!moment.has_value()) return std::numeric_limits<int64_t>::max();
  constexpr int64_t kStep = 16;
  return (moment->day - absl::CivilDay()) * kStep + (kStep - 1 - static_cast<int64_t>(moment->precision));
}

}  // namespace pith::compiler
