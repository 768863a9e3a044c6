#include "tools/compiler/times/times.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/numbers/hedges.h"
#include "tools/compiler/text/dateline.h"
#include "tools/compiler/times/dates.h"
#include "tools/compiler/times/durations.h"
#include "tools/compiler/times/relative_times.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {
namespace {

// The longest time that begins at token `first`.
absl::optional<TimeMatch> ReadTime(const TimeInput& in, uint32_t first) {
  absl::optional<TimeMatch> best;
  for (const auto reader : {ReadRelativeTime, ReadDate, ReadClock, ReadDuration}) {
    absl::optional<TimeMatch> match = reader(in, first);
    if (match.has_value() && (!best.has_value() || match->last > best->last)) best = std::move(match);
  }
  return best;
}

bool IsDate(const TimeMatch& match) { return match.kind == ValueKind::kDate && match.clock.empty(); }

// Gives a month or day whose year was inferred the year that its partner states.
void TakeYear(TimeMatch* month, const TimeMatch& from) {
  if (month->month_only == 0 || month->says_year || !from.says_year || !from.moment.has_value()) return;
  const Precision precision = month->month_day == 0 ? Precision::kMonth : Precision::kDay;
  Moment moment{absl::CivilDay(from.moment->day.year(), month->month_only, std::max(month->month_day, 1)), precision};
  if (moment.day > from.moment->day) moment = Add(moment, precision == Precision::kMonth ? -12 : 0);
  month->moment = moment;
  month->iso.clear();
  month->says_year = true;
}

// "from May to July 1941", "1939-45", "between 2014 and 2016": two dates that bound an interval. "May and July 1941"
// are two dates that share a year.
bool JoinInterval(const TimeInput& in, TimeMatch* from, TimeMatch* to) {
  if (!IsDate(*from) || !IsDate(*to)) return false;
  const absl::string_view before = from->first > 0 ? in.Word(from->first - 1) : absl::string_view();
  // "from March 4, 1861, to April 15, 1865"
  const uint32_t at =
      from->last + (in.Word(from->last) == "," && in.Is(from->last + 1, {"to", "until", "through"}) ? 1 : 0);
  const absl::string_view link = in.Word(at);
  if (to->first != at + 1) return false;
  if (link == "and" || link == ",") TakeYear(from, *to);
  const bool between = before == "between" && link == "and";
  const bool ranged = link == "-" || link == "to" || link == "through" || link == "until" || link == "till";
  if (!between && !ranged) return false;
  TakeYear(from, *to);
  if (!from->moment.has_value() || !to->moment.has_value() || !from->iso.empty() || !to->iso.empty()) return false;
  if (from->moment->day > to->moment->day) {
    // "490-479 BC", "between 1750 and 1680 BC": only the second year has the era.
    if ((link != "-" && !between) || to->moment->day.year() > 0 || from->moment->day.year() <= 0) return false;
    from->moment->day = absl::CivilDay(1 - from->moment->day.year());
    if (from->moment->day > to->moment->day) return false;
  }
  from->iso = IsoInterval(*from->moment, *to->moment);
  from->last = to->last;
  from->moment = to->moment;
  from->says_year = from->says_year || to->says_year;
  return true;
}

// "30 days after 1 March 2023", "two weeks before 1 June": a day. But "for 30 days after 1 March" is how long.
bool JoinOffset(const TimeInput& in, TimeMatch* duration, const TimeMatch& date) {
  if (duration->kind != ValueKind::kDuration || duration->hedge != Hedge::kExact || !IsDate(date)) return false;
  if (!date.moment.has_value() || date.moment->precision != Precision::kDay || !date.iso.empty()) return false;
  const bool after = in.Word(duration->last) == "after", before = in.Word(duration->last) == "before";
  if ((!after && !before) || date.first != duration->last + 1) return false;
  if (duration->first > 0 && in.Is(duration->first - 1, {"for", "within", "in", "during", "over", "until", "than"})) {
    return false;
  }
  absl::string_view iso = duration->iso;
  int count = 0;
  if (!absl::ConsumePrefix(&iso, "P") || iso.size() < 2) return false;
  const char unit = iso.back();
  iso.remove_suffix(1);
  if (!absl::SimpleAtoi(iso, &count) || count > 10000) return false;
  if (before) count = -count;
  absl::CivilDay day = date.moment->day;
  if (unit == 'D') {
    day += count;
  } else if (unit == 'W') {
    day += 7 * count;
  } else {
    return false;  // "three months after" is seldom meant to the day
  }
  const uint32_t first = duration->first;
  *duration = date;
  duration->first = first;
  duration->moment = Moment{day, Precision::kDay};
  return true;
}

// "The day after 3 May 1890".
void TakeDayBeside(const TimeInput& in, TimeMatch* date) {
  const uint32_t first = date->first;
  if (!IsDate(*date) || !date->moment.has_value() || date->moment->precision != Precision::kDay || !date->iso.empty()) {
    return;
  }
  if (first < 3 || in.Word(first - 3) != "the" || in.Word(first - 2) != "day") return;
  if (!in.Is(first - 1, {"after", "before"})) return;
  date->moment->day += in.Word(first - 1) == "after" ? 1 : -1;
  date->first = first - 3;
  date->month_only = 0;
}

// "5 p.m. on Monday", "Monday at 5 p.m.": one time.
bool JoinClock(const TimeInput& in, TimeMatch* a, const TimeMatch& b) {
  const bool clock_first = !a->clock.empty();
  if (clock_first == !b.clock.empty() || a->kind != b.kind) return false;
  const TimeMatch& date = clock_first ? b : *a;
  if (date.moment.has_value() && date.moment->precision != Precision::kDay) return false;
  uint32_t at = a->last;
  if (in.Is(at, {"on", "at", ",", "of", "around", "about"})) ++at;
  if (at != b.first) return false;
  a->last = b.last;
  if (clock_first) {
    a->moment = b.moment;
    a->iso = b.iso;
    a->says_year = b.says_year;
  } else {
    a->clock = b.clock;
  }
  return true;
}

// The last unit that a duration in ISO 8601 counts, from 0 for years to 6 for seconds, and how many there are; -1 for a
// fraction.
int LastUnit(absl::string_view iso, int* count) {
  const absl::string_view kUnits = "YMWDHms";
  const size_t digits = iso.find_last_not_of("0123456789", iso.size() - 2) + 1;
  if (iso[digits - 1] == '.' || !absl::SimpleAtoi(iso.substr(digits, iso.size() - 1 - digits), count)) return -1;
  const bool clock = absl::StrContains(iso, 'T') && iso.back() != 'H';
  const size_t unit = kUnits.find(clock ? absl::ascii_tolower(static_cast<unsigned char>(iso.back())) : iso.back());
  return unit == absl::string_view::npos ? -1 : static_cast<int>(unit);
}

// "2 hours, 9 minutes and 14 seconds", "8 years and 6 months": one duration, where each part is less than one of the
// unit before it.
bool JoinParts(const TimeInput& in, TimeMatch* whole, const TimeMatch& part) {
  constexpr int kMost[] = {0, 11, 51, 365, 23, 59, 59};  // of a unit, within a longer one
  if (whole->kind != ValueKind::kDuration || part.kind != ValueKind::kDuration) return false;
  if (part.hedge != Hedge::kExact || whole->hedge == Hedge::kVague) return false;
  uint32_t at = whole->last;
  if (in.Word(at) == ",") ++at;
  const bool last_part = in.Word(at) == "and";
  if (last_part) ++at;
  if (at != part.first) return false;
  int before = 0, count = 0;
  const int unit = LastUnit(whole->iso, &before), next = LastUnit(part.iso, &count);
  if (unit < 0 || next <= unit || count > kMost[next]) return false;
  if (!last_part && next > unit + 1) return false;  // "six months, three days": as like as not a list
  absl::string_view more = part.iso;
  absl::ConsumePrefix(&more, absl::StrContains(whole->iso, 'T') ? "PT" : "P");
  absl::StrAppend(&whole->iso, more);
  whole->last = part.last;
  return true;
}

// Extends a duration to the hedge words before it: "more than two years".
void TakeHedge(const TimeInput& in, TimeMatch* match) {
  if (match->kind != ValueKind::kDuration) return;
  const HedgeWords hedge = HedgeBefore(in.tokens, match->first);
  if (hedge.first == match->first) return;
  match->first = hedge.first;
  if (match->hedge == Hedge::kExact) match->hedge = hedge.hedge;
}

// "He had died in November": whether the clause of token `at` looks back from another time.
bool LooksBack(const TimeInput& in, uint32_t at) {
  int verb = static_cast<int>(at);
  for (size_t left = in.tokens.size(); left > 0 && verb >= 0;
       --left, verb = in.tokens[static_cast<size_t>(verb)].head) {
    if (in.tokens[static_cast<size_t>(verb)].pos != Pos::kVerb) continue;
    return std::any_of(in.tokens.begin(), in.tokens.end(), [verb](const Token& token) {
      return token.head == verb && token.rel == Rel::kAux && token.folded == "had";
    });
  }
  return false;
}

void Note(const TimeInput& in, const TimeMatch& match, DateContext* context) {
  if (!match.moment.has_value()) return;
  const auto source = match.says_year         ? DateContext::Source::kYear
                      : match.month_only != 0 ? DateContext::Source::kAnchor
                                              : DateContext::Source::kArticle;
  context->Note(*match.moment, source, LooksBack(in, match.first));
}

}  // namespace

std::vector<Value> FindTimes(absl::string_view text, uint32_t sentence_number, const Sentence& sentence,
                             DateContext* context) {
  context->paragraph = sentence.paragraph;
  const bool undated = sentence.dateline > 0 && !context->article_day.has_value() && !DatelineNamesYear(sentence);
  context->undated_news = context->undated_news || undated;
  const TimeInput in{text, sentence.tokens, *context};
  std::vector<TimeMatch> matches;
  const uint32_t size = static_cast<uint32_t>(sentence.tokens.size());
  for (uint32_t i = 0; i < size;) {
    absl::optional<TimeMatch> match = ReadTime(in, i);
    if (!match.has_value()) {
      ++i;
      continue;
    }
    i = match->last;
    TakeHedge(in, &*match);
    TakeDayBeside(in, &*match);
    const uint32_t modifier = IsDate(*match) ? ModifierStart(in, match->first) : match->first;
    if (matches.empty() || modifier >= matches.back().last) match->first = modifier;
    if (!matches.empty() && (JoinOffset(in, &matches.back(), *match) || JoinInterval(in, &matches.back(), &*match) ||
                             JoinClock(in, &matches.back(), *match) || JoinParts(in, &matches.back(), *match))) {
      Note(in, matches.back(), context);
      continue;
    }
    Note(in, *match, context);
    matches.push_back(*std::move(match));
  }
  std::vector<Value> values;
  values.reserve(matches.size());
  for (const TimeMatch& match : matches) {
    Value value;
    value.span = Span{sentence_number, match.first, match.last, match.last - 1};
    value.kind = match.kind;
    value.hedge = match.hedge;
    value.iso = match.iso.empty() && match.moment.has_value() ? Iso(*match.moment) : match.iso;
    if (!match.clock.empty()) {
      // A time of day without a day belongs to the day last mentioned, or to the article's.
      absl::optional<Moment> day = match.moment;
      if (!day.has_value()) day = context->reference;
      if (!day.has_value() || day->precision != Precision::kDay) {
        day = absl::nullopt;
        if (context->article_day.has_value()) day = Moment{*context->article_day, Precision::kDay};
      }
      value.iso = day.has_value() ? absl::StrCat(Iso(*day), match.clock) : "";
    }
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace pith::compiler
