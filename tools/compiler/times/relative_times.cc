#include "tools/compiler/times/relative_times.h"

#include <algorithm>

#include "tools/compiler/times/dates.h"

namespace pith::compiler {
namespace {

using Found = absl::optional<TimeMatch>;

bool IsPartOfDay(const TimeInput& in, size_t i) { return PartsOfDay().Has(in.Word(i)); }

absl::optional<Moment> ArticleDay(const TimeInput& in) {
  if (!in.context.article_day.has_value()) return absl::nullopt;
  return Moment{*in.context.article_day, Precision::kDay};
}

// The time last mentioned, or else the article's date.
absl::optional<Moment> Spoken(const TimeInput& in) {
  return in.context.reference.has_value() ? in.context.reference : ArticleDay(in);
}

TimeMatch Told(uint32_t first, uint32_t last, const absl::optional<Moment>& moment) {
  TimeMatch match;
  match.first = first;
  match.last = last;
  match.moment = moment;
  return match;
}

absl::optional<Moment> Shifted(const absl::optional<Moment>& from, Precision precision, int64_t n) {
  if (!from.has_value()) return absl::nullopt;
  return Add(Floor(from->day, precision), n);
}

// "today", "yesterday evening", "last night", "this morning", "the day before yesterday".
Found ReadDayWord(const TimeInput& in, uint32_t first) {
  const absl::optional<Moment> today = ArticleDay(in);
  const auto day = [&](uint32_t last, int64_t n) { return Told(first, last, Shifted(today, Precision::kDay, n)); };
  if (in.Word(first) == "the" && in.Word(first + 1) == "day") {
    if (in.Word(first + 2) == "before" && in.Word(first + 3) == "yesterday") return day(first + 4, -2);
    if (in.Word(first + 2) == "after" && in.Word(first + 3) == "tomorrow") return day(first + 4, 2);
  }
  const absl::string_view word = in.Word(first);
  if (const auto shift = DayWordsBeforePart().Find(word, absl::nullopt); shift && IsPartOfDay(in, first + 1)) {
    return day(first + 2, *shift);
  }
  const absl::optional<int> shift = DayWords().Find(word, absl::nullopt);
  const bool these_days = in.Word(first + 1) == "'s" && in.Is(first + 2, {"world", "society", "standards"});
  if (shift == 0 && these_days) return absl::nullopt;
  if (shift.has_value()) return day(first + 1, *shift);
  return absl::nullopt;
}

// "Thursday", "last Thursday morning", "next Friday".
Found ReadWeekday(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  const bool last = in.Word(at) == "last", next = in.Is(at, {"next", "coming"}), here = in.Word(at) == "this";
  const bool after = in.Word(at) == "following", before = in.Word(at) == "previous";
  if (last || next || here || after || before) ++at;
  const absl::optional<absl::Weekday> weekday = WeekdayAt(in, at);
  if (!weekday.has_value() || (first > 0 && in.Is(first - 1, {"every", "each"}))) return absl::nullopt;
  // "The campaign for a quiet Sunday"
  if (first > 1 && in.tokens[first - 1].pos == Pos::kAdj && in.Is(first - 2, {"a", "an"})) return absl::nullopt;
  TimeMatch match = Told(first, at + 1, absl::nullopt);
  if (IsPartOfDay(in, at + 1)) match.last = at + 2;
  absl::optional<Moment> from = ArticleDay(in);
  if ((after || before) && in.context.reference.has_value() && in.context.reference->precision == Precision::kDay) {
    from = in.context.reference;
  }
  if (!from.has_value()) return match;
  const absl::CivilDay day = from->day;
  const bool future = next || after || (!last && !before && IsFuture(in, first));
  if (future) {
    const absl::CivilDay start = next || after ? day : day - 1;  // today counts for "will ... on Thursday"
    match.moment = Moment{absl::NextWeekday(start, *weekday), Precision::kDay};
  } else {
    match.moment = Moment{absl::PrevWeekday(last || before ? day : day + 1, *weekday), Precision::kDay};
  }
  return match;
}

// "last week", "this year", "next month", "the following year", "that day", "last September", "last summer", "the
// weekend".
Found ReadShifted(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  const bool the = in.Word(at) == "the";
  if (the) ++at;
  const absl::string_view word = in.Word(at);
  const absl::optional<Shift> said = ShiftWords().Find(word, absl::nullopt);
  if (!said.has_value()) {
    if (!the || word != "weekend") return absl::nullopt;
    --at;
  }
  const int64_t shift = said.value_or(Shift()).shift;
  const bool from_spoken = said.value_or(Shift()).from_spoken || (the && word == "next");
  ++at;
  if (the && in.Word(first + 1) == "last" && in.Word(at + 1) == "of") return absl::nullopt;
  if (in.Word(at) == "calendar" || in.Word(at) == "fiscal" || in.Word(at) == "financial") ++at;
  const absl::optional<Moment> from = from_spoken ? Spoken(in) : ArticleDay(in);
  TimeMatch match = Told(first, at + 1, absl::nullopt);
  // A named month or season: the most recent or the next one.
  if (const int month = MonthAt(in, at)) {
    if (word == "that" || !from.has_value()) return match;
    Moment moment{absl::CivilDay(from->day.year(), month), Precision::kMonth};
    if (shift < 0 && End(moment) > from->day) moment = Add(moment, -12);
    if (shift > 0 && moment.day <= from->day) moment = Add(moment, 12);
    match.moment = moment;
    return match;
  }
  if (const int season = Seasons().Find(in.Word(at), 0); season != 0 && word != "same") {
    if (!from.has_value()) return match;
    Moment moment{absl::CivilDay(from->day.year(), season), Precision::kSeason};
    if (shift < 0 && End(moment) > from->day) moment = Add(moment, -4);
    if (shift > 0 && moment.day <= from->day) moment = Add(moment, 4);
    match.moment = moment;
    return match;
  }
  if (in.Word(at) == "weekend") {
    match.moment = Shifted(from, Precision::kWeekend, shift);
    // A weekend that is not yet over is not the one meant, unless it is announced.
    if (match.moment.has_value() && shift == 0 && match.moment->day > from->day && !IsFuture(in, first) &&
        word != "this") {
      match.moment = Add(*match.moment, -1);
    }
    return match;
  }
  if (in.Word(at) == "quarter") {
    match.moment = Shifted(from, Precision::kQuarter, shift);
    return match;
  }
  // "At four the next morning"
  if (the && shift == 1 && IsPartOfDay(in, at)) {
    if (from.has_value() && from->precision == Precision::kDay) match.moment = Add(*from, 1);
    return match;
  }
  const TimeUnit unit = TimeUnitOf(in.Word(at));
  if (!unit.dated || unit.plural) return absl::nullopt;
  if (word == "last" && unit.letter == 'D') return absl::nullopt;  // "the last day" belongs to some other time
  if (word == "that" && unit.letter != 'D' && unit.letter != 'Y' && unit.letter != 'M') return absl::nullopt;
  if (from.has_value() && from_spoken && from->precision < unit.precision) return match;  // "that day" after a year
  match.moment = Shifted(from, unit.precision, shift);
  return match;
}

// "two years ago", "a week earlier", "three days later", "10 days from now".
Found ReadDistance(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  int64_t count = 0;
  bool vague = false;
  if (in.Is(at, {"a", "an", "one"})) {
    count = 1;
    ++at;
  } else if (const absl::optional<Number> number = ReadNumber(in.tokens, at)) {
    if (number->scale != 0 || number->mantissa > 5000) return absl::nullopt;
    count = number->mantissa;
    vague = number->hedge != Hedge::kExact;
    at = number->last;
  }
  const TimeUnit unit = TimeUnitOf(in.Word(at));
  if (unit.letter == 0 || unit.letter == 'S') return absl::nullopt;
  if (at == first) {
    if (!unit.plural) return absl::nullopt;
    vague = true;  // "decades ago"
  }
  ++at;
  const absl::string_view direction = in.Word(at);
  const bool from_now = direction == "from" && in.Word(at + 1) == "now";
  const bool ago = direction == "ago";
  const bool earlier = EarlierWords().Has(direction) || (direction == "before" && in.Is(at + 1, {".", ",", ";"}));
  const bool later = LaterWords().Has(direction);
  if (!ago && !from_now && !earlier && !later) return absl::nullopt;
  TimeMatch match = Told(first, at + (from_now ? 2 : 1), absl::nullopt);
  // "earlier than planned" counts from a time that the text does not state.
  if (vague || ((earlier || later) && in.Word(at + 1) == "than")) return match;
  const absl::optional<Moment> from = ago || from_now ? ArticleDay(in) : Spoken(in);
  const int64_t n = (ago || earlier ? -1 : 1) * count * (unit.clock ? 0 : unit.times);
  const Precision precision = unit.letter == 'Y'                  ? Precision::kYear
                              : unit.letter == 'M' && !unit.clock ? Precision::kMonth
                                                                  : Precision::kDay;
  // Counted from a whole year, "two days later" is not a definite day.
  if (!from.has_value() || from->precision < precision) return match;
  match.moment = unit.letter == 'W' ? Shifted(from, precision, 7 * n) : Shifted(from, precision, n);
  return match;
}

// "the beginning of the year", "later in the day": part of the unit that contains the article's date.
Found ReadPart(const TimeInput& in, uint32_t first) {
  if (in.Word(first) != "the" || ModifierStart(in, first) == first || in.Word(first - 1) != "of") return absl::nullopt;
  const TimeUnit unit = TimeUnitOf(in.Word(first + 1));
  if (!unit.dated || unit.plural || in.Word(first + 2) == "of") return absl::nullopt;
  if (unit.precision == Precision::kCentury || unit.precision == Precision::kDecade) return absl::nullopt;
  const absl::optional<Moment> from = in.context.Anchor();
  if (from.has_value() && from->precision < unit.precision) return Told(first, first + 2, absl::nullopt);
  return Told(first, first + 2, Shifted(from, unit.precision, 0));
}

// "Christmas Day", "New Year's Eve".
Found ReadHoliday(const TimeInput& in, uint32_t first) {
  int month = 0, day = 0;
  uint32_t last = first;
  if (in.Word(first) == "christmas" && in.Is(first + 1, {"day", "eve"})) {
    month = 12;
    day = in.Word(first + 1) == "day" ? 25 : 24;
    last = first + 2;
  } else if (in.Word(first) == "new" && in.Word(first + 1) == "year" && in.Word(first + 2) == "'s" &&
             in.Is(first + 3, {"day", "eve"})) {
    month = in.Word(first + 3) == "day" ? 1 : 12;
    day = in.Word(first + 3) == "day" ? 1 : 31;
    last = first + 4;
  } else if (in.Word(first) == "christmas" && in.IsCapital(first) &&
             (YearAt(in, first + 1) != 0 ||
              (first > 0 && in.Is(first - 1, {"by", "at", "before", "on", "since", "until"})))) {
    month = 12;
    day = 25;
    last = first + 1;
  } else {
    return absl::nullopt;
  }
  if (in.Word(last) == ",") {
    if (const int year = YearAt(in, last + 1)) {
      TimeMatch match = Told(first, last + 2, Moment{absl::CivilDay(year, month, day), Precision::kDay});
      match.says_year = true;
      return match;
    }
  }
  if (const int year = YearAt(in, last)) {
    TimeMatch match = Told(first, last + 1, Moment{absl::CivilDay(year, month, day), Precision::kDay});
    match.says_year = true;
    return match;
  }
  TimeMatch match = Told(first, last, PlaceInYear(in, first, month, day));
  match.month_only = month;
  match.month_day = day;
  return match;
}

}  // namespace

absl::optional<TimeMatch> ReadRelativeTime(const TimeInput& in, uint32_t first) {
  for (const auto reader : {ReadDistance, ReadDayWord, ReadWeekday, ReadShifted, ReadPart, ReadHoliday}) {
    if (Found match = reader(in, first)) return match;
  }
  return absl::nullopt;
}

}  // namespace pith::compiler
