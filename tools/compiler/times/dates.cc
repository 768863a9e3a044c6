#include "tools/compiler/times/dates.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/compiler/times/named_days.h"
#include "tools/compiler/times/years.h"

namespace pith::compiler {
namespace {

using Found = absl::optional<TimeMatch>;

// The end of the token that ends at byte `end`, or 0.
uint32_t TokenEndingAt(const TimeInput& in, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < in.tokens.size() && in.tokens[i].begin < end; ++i) {
    if (in.tokens[i].end == end) return i + 1;
  }
  return 0;
}

// "2022-01-06", "7/8/07", however they are split into words.
Found ReadNumericDate(const TimeInput& in, uint32_t first) {
  const absl::string_view rest = in.text.substr(in.tokens[first].begin, 12);
  if (rest.empty() || !absl::ascii_isdigit(static_cast<unsigned char>(rest[0])) || IsGlued(in.tokens, first)) {
    return absl::nullopt;
  }
  if (const auto day = ParseIsoDay(rest.substr(0, 10))) {
    const uint32_t last = TokenEndingAt(in, first, in.tokens[first].begin + 10);
    if (last != 0) return Dated(first, last, {*day, Precision::kDay}, true);
  }
  int part[3] = {0, 0, 0};
  size_t digits = 0, at = 0;
  for (int i = 0; i < 3; ++i) {
    const size_t start = at;
    while (at < rest.size() && absl::ascii_isdigit(static_cast<unsigned char>(rest[at]))) ++at;
    digits = at - start;
    if (digits == 0 || digits > 4 || !absl::SimpleAtoi(rest.substr(start, digits), &part[i])) return absl::nullopt;
    if (i < 2 && (at >= rest.size() || rest[at++] != '/')) return absl::nullopt;
  }
  if (digits != 4 && digits != 2) return absl::nullopt;
  int month = part[0], day = part[1];
  if (month > 12) std::swap(month, day);
  const int year = digits == 4 ? part[2] : part[2] + (part[2] < 50 ? 2000 : 1900);
  const absl::CivilDay civil(year, month, day);
  const uint32_t last = TokenEndingAt(in, first, in.tokens[first].begin + static_cast<uint32_t>(at));
  if (month < 1 || month > 12 || civil.month() != month || civil.day() != day || last == 0) return absl::nullopt;
  return Dated(first, last, {civil, Precision::kDay}, true);
}

// That day, or the month if it has no such day: "31 February 1990". `day` 0: the month.
Moment DayIn(int64_t year, int month, int day) {
  const absl::CivilDay civil(year, month, std::max(day, 1));
  if (day == 0 || civil.month() != month) return {absl::CivilDay(year, month, 1), Precision::kMonth};
  return {civil, Precision::kDay};
}

// "10-Apr-15", "3-Jun-2019".
Found ReadHyphenDate(const TimeInput& in, uint32_t first) {
  const int day = DayAt(in, first), month = Months().Find(in.Word(first + 2), 0);
  if (day == 0 || month == 0 || in.Word(first + 1) != "-" || in.Word(first + 3) != "-") return absl::nullopt;
  for (uint32_t i = first + 1; i < first + 5; ++i) {
    if (!IsGlued(in.tokens, i)) return absl::nullopt;
  }
  int year = YearAt(in, first + 4);
  if (year == 0 && (year = ShortYearAt(in, first + 4)) == 0) return absl::nullopt;
  return Dated(first, first + 5, DayIn(year, month, day), true);
}

// Whether the month at token `i` is somebody's name: "June Carter", "Mark and April".
bool NamesPerson(const TimeInput& in, uint32_t i) {
  const auto is_person = [&in](uint32_t t) { return t < in.tokens.size() && in.tokens[t].name == NameType::kPerson; };
  if (is_person(i)) return true;
  const bool first_name = in.Is(i, {"april", "may", "june", "august"});
  if (!first_name || DayAt(in, i + 1) != 0 || YearAt(in, i + 1) != 0) return false;
  return is_person(i + 1) || (i > 1 && in.Word(i - 1) == "and" && is_person(i - 2));
}

// "January 6", "Jan. 6th, 2022", "January 6-8", "January 2022", "January".
Found ReadMonthFirst(const TimeInput& in, uint32_t first) {
  const int month = MonthAt(in, first);
  if (month == 0 || NamesPerson(in, first)) return absl::nullopt;
  TimeMatch match;
  match.first = first;
  uint32_t at = first + 1;
  const bool short_form = ShortMonths().Has(in.Word(first));
  if (short_form && in.Word(at) == "." && DayAt(in, at + 1) != 0) ++at;
  if (in.Word(at) == "the" && DayAt(in, at + 1) != 0) ++at;
  int day = in.tokens.size() > at && !(in.Word(at + 1) == ":") ? DayAt(in, at) : 0;
  int last_day = 0;
  if (day != 0) {
    ++at;
    if (in.Is(at, {"-", "to"}) && DayAt(in, at + 1) > day && YearAt(in, at + 1) == 0) {
      last_day = DayAt(in, at + 1);
      at += 2;
    }
  }
  match.last = at;
  const absl::optional<int> year = YearBehind(in, at, &match.last);
  match.says_year = year.has_value();
  match.moment =
      year.has_value() ? absl::optional<Moment>(DayIn(*year, month, day)) : PlaceInYear(in, first, month, day);
  if (!year.has_value()) {
    match.month_only = month;
    match.month_day = day;
    if (!match.moment.has_value()) {
      match.iso = day == 0 ? absl::StrFormat("XXXX-%02d", month) : absl::StrFormat("XXXX-%02d-%02d", month, day);
    }
  }
  if (last_day != 0 && match.moment.has_value()) {
    match.iso = IsoInterval(*match.moment, {match.moment->day + (last_day - day), Precision::kDay});
  }
  return match;
}

// "6 January 2022", "the 6th of January", "6-8 January".
Found ReadDayFirst(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  if (in.Word(at) == "the") ++at;
  const int day = DayAt(in, at);
  const bool opened = at > 0 && in.Is(at - 1, {"-", "(", "[", "\"", "/"});
  if (day == 0 || (IsGlued(in.tokens, at) && !opened)) return absl::nullopt;
  ++at;
  int last_day = 0;
  if (in.Is(at, {"-", "to"}) && DayAt(in, at + 1) > day) {
    last_day = DayAt(in, at + 1);
    at += 2;
  }
  if (in.Word(at) == "of") ++at;
  const int month = MonthAt(in, at);
  if (month == 0) return absl::nullopt;
  ++at;
  // "on 11 December 5" is not a date with a year, but "6 January 2022" and "6 January, 2022" are.
  TimeMatch match;
  match.first = first;
  match.last = at;
  absl::optional<int> year = YearBehind(in, at, &match.last);
  if (const int short_year = year.has_value() ? 0 : ShortYearBehind(in, at, &match.last); short_year != 0) {
    year = short_year;
  }
  match.says_year = year.has_value();
  if (year.has_value()) {
    match.moment = DayIn(*year, month, day);
  } else {
    match.moment = PlaceInYear(in, first, month, day);
    match.month_only = month;
    match.month_day = day;
    if (!match.moment.has_value()) match.iso = absl::StrFormat("XXXX-%02d-%02d", month, day);
  }
  if (last_day != 0 && match.moment.has_value()) {
    match.iso = IsoInterval(*match.moment, {match.moment->day + (last_day - day), Precision::kDay});
  }
  return match;
}

Found ReadDayOrMonth(const TimeInput& in, uint32_t first) {
  // A weekday before a date belongs to it and adds nothing.
  if (WeekdayAt(in, first).has_value()) {
    uint32_t at = first + 1;
    if (in.Word(at) == "." || in.Word(at) == ",") ++at;
    Found match = ReadMonthFirst(in, at);
    if (match.has_value() && match->moment.has_value() && match->moment->precision != Precision::kDay)
      return absl::nullopt;
    if (!match.has_value()) match = ReadDayFirst(in, at);
    if (match.has_value()) match->first = first;
    return match;
  }
  if (Found match = ReadMonthFirst(in, first)) return match;
  return ReadDayFirst(in, first);
}

// "summer of 1941", "summer 1941", "the first quarter of 2009", "third-quarter", "Q3 2009".
Found ReadSeasonOrQuarter(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  const int season = Seasons().Find(in.Word(at), 0);
  int quarter = 0;
  if (season == 0) {
    const absl::string_view word = in.Word(at);
    if (word.size() == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4') {
      quarter = word[1] - '0';
    } else {
      quarter = in.Is(at, {"final", "last"}) ? 4 : OrdinalWord(word);
      at = in.Word(at + 1) == "-" ? at + 2 : at + 1;
      if (quarter < 1 || quarter > 4 || in.Word(at) != "quarter") return absl::nullopt;
      if (in.Is(at + 1, {"final", "-", "goal", "century"}) || in.Word(first) == "last") return absl::nullopt;
    }
  }
  ++at;
  uint32_t last = at;
  absl::optional<int> year = YearBehind(in, at, &last);
  const bool says_year = year.has_value();
  if (!says_year && in.Word(at) == "of" && in.Is(at + 1, {"this", "last", "next"}) && in.Word(at + 2) == "year" &&
      in.context.article_day.has_value()) {
    year = static_cast<int>(in.context.article_day->year()) + (in.Word(at + 1) == "last"   ? -1
                                                               : in.Word(at + 1) == "next" ? 1
                                                                                           : 0);
    last = at + 3;
  }
  if (!year.has_value()) {
    // Without a year, only where the word cannot be a verb or another kind of noun: "in the spring".
    static constexpr std::initializer_list<absl::string_view> kBefore = {
        "in", "by", "during", "since", "until", "for", "through", "throughout", "early", "late", "mid"};
    const bool the = first > 0 && in.Word(first - 1) == "the";
    const uint32_t before = the ? first - 1 : first;
    const bool placed = before > 0 && in.Is(before - 1, kBefore);
    if (season != 0 ? !placed || in.Word(at) == "-" || in.Word(at) == "of" : !the) return absl::nullopt;
    const absl::optional<Moment> anchor = in.context.Anchor();
    TimeMatch match;
    match.first = first;
    match.last = last;
    // "Emptied twice a month in summer": in a text without a date, every summer's.
    const bool every = season != 0 && !the && !in.context.article_day.has_value();
    if (!anchor.has_value() || every) return match;
    const int month = season != 0 ? season : 3 * quarter - 2;
    Moment moment{absl::CivilDay(anchor->day.year(), month, 1), season != 0 ? Precision::kSeason : Precision::kQuarter};
    if (in.context.article_day.has_value() && moment.day > anchor->day && anchor->precision == Precision::kDay &&
        !IsFuture(in, first)) {
      moment = Add(moment, -4);
    }
    match.moment = moment;
    return match;
  }
  return Dated(first, last,
               {absl::CivilDay(*year, season != 0 ? season : 3 * quarter - 2, 1),
                season != 0 ? Precision::kSeason : Precision::kQuarter},
               says_year);
}

// "the first half of 2019", "H1 2021".
Found ReadHalfYear(const TimeInput& in, uint32_t first) {
  const absl::string_view word = in.Word(first);
  uint32_t at = first + 1;
  int half = word == "h1" ? 1 : word == "h2" ? 2 : 0;
  if (half == 0) {
    half = OrdinalWord(word);
    if (in.Word(at) == "-") ++at;
    if (half < 1 || half > 2 || in.Word(at) != "half") return absl::nullopt;
    ++at;
  }
  uint32_t last = at;
  const absl::optional<int> year = YearBehind(in, at, &last);
  if (!year.has_value()) return absl::nullopt;
  TimeMatch match = Dated(first, last, {absl::CivilDay(*year, half == 1 ? 1 : 7, 1), Precision::kMonth}, true);
  match.iso =
      half == 1 ? absl::StrFormat("%04d-01/%04d-06", *year, *year) : absl::StrFormat("%04d-07/%04d-12", *year, *year);
  return match;
}

// "She crossed it every April and came home in October": whether the sentence tells of what came again and again.
bool SaysEvery(const TimeInput& in) {
  for (uint32_t i = 0; i + 1 < in.tokens.size(); ++i) {
    if (!in.Is(i, {"every", "each"})) continue;
    if (Months().Find(in.Word(i + 1), 0) != 0 || Seasons().Find(in.Word(i + 1), 0) != 0 || WeekdayAt(in, i + 1) ||
        in.Is(i + 1, {"year", "month", "week", "day", "night", "morning", "evening"})) {
      return true;
    }
  }
  return false;
}

// "The trail closes from 15 May": whether the clause of token `at` says what is so every year.
bool IsHabitual(const TimeInput& in, uint32_t at) {
  int verb = static_cast<int>(at);
  for (size_t left = in.tokens.size(); left > 0 && verb >= 0; --left) {
    const Token& token = in.tokens[static_cast<size_t>(verb)];
    bool helped = false;
    for (const Token& child : in.tokens) {
      if (child.head != verb || !(child.rel == Rel::kAux || child.rel == Rel::kAuxPass || child.rel == Rel::kCop))
        continue;
      if (child.folded != "is" && child.folded != "are" && child.folded != "do" && child.folded != "does") return false;
      helped = true;
    }
    if (helped) return !absl::EndsWith(token.folded, "ing");  // "is opening on 3 May" is told of one day
    if (token.pos == Pos::kVerb) {
      return token.folded == token.lemma || (absl::EndsWith(token.folded, "s") && !absl::EndsWith(token.lemma, "s"));
    }
    verb = token.head;
  }
  return false;
}

}  // namespace

absl::optional<Moment> PlaceInYear(const TimeInput& in, uint32_t at, int month, int day) {
  const absl::optional<absl::CivilDay>& article = in.context.article_day;
  // "LIMA, 4 October - ": the day of the article itself.
  if (article.has_value() && article->month() == month && article->day() == day) {
    return Moment{*article, Precision::kDay};
  }
  const absl::optional<Moment> anchor = in.context.Anchor();
  if (!anchor.has_value()) return absl::nullopt;
  if (SaysEvery(in) || (!in.context.article_day.has_value() && IsHabitual(in, at))) return absl::nullopt;
  const Precision precision = day == 0 ? Precision::kMonth : Precision::kDay;
  const auto in_year = [&](int64_t year) { return Moment{absl::CivilDay(year, month, std::max(day, 1)), precision}; };
  const int64_t year = anchor->day.year();
  Moment best = in_year(year);
  const bool own_time = in.context.article_day.has_value() && anchor->day == *in.context.article_day;
  if (own_time) {
    // In news, reported events are in the past, and announced events in the future.
    const bool future = IsFuture(in, at);
    // "An election for 27 January" was called in December.
    constexpr int kQuarter = 90;  // days
    const bool set_for = day != 0 && at > 0 && in.Word(at - 1) == "for" && anchor->day - best.day > kQuarter;
    if ((future && End(best) <= anchor->day) || set_for) {
      best = in_year(year + 1);
    } else if (!future && best.day > anchor->day + 31) {
      best = in_year(year - 1);
    }
  } else if (anchor->precision != Precision::kYear && anchor->precision != Precision::kDecade) {
    // In a history, the nearest year, with a preference for the later one.
    for (const int64_t other : {year - 1, year + 1}) {
      const Moment moment = in_year(other);
      const int64_t slack = other > year ? 45 : -45;
      if (std::llabs(moment.day - anchor->day) < std::llabs(best.day - anchor->day) + slack) best = moment;
    }
  }
  if (day != 0 && best.day.month() != month) return absl::nullopt;  // 31 April
  return best;
}

absl::optional<TimeMatch> ReadDate(const TimeInput& in, uint32_t first) {
  for (const auto reader : {ReadNumericDate, ReadHyphenDate, ReadNthWeekday, ReadEasterDay, ReadDayOrMonth,
                            ReadDecadeOrCentury, ReadEra, ReadHalfYear, ReadSeasonOrQuarter, ReadYear}) {
    if (Found match = reader(in, first)) return match;
  }
  return absl::nullopt;
}

}  // namespace pith::compiler
