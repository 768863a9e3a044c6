#include "tools/compiler/times/durations.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace pith::compiler {
namespace {

using Found = absl::optional<TimeMatch>;

TimeMatch Lasting(uint32_t first, uint32_t last, std::string iso, Hedge hedge) {
  TimeMatch match;
  match.first = first;
  match.last = last;
  match.kind = ValueKind::kDuration;
  match.iso = std::move(iso);
  match.hedge = hedge;
  return match;
}

// mantissa / 10^scale units in ISO 8601; halves are expressed in a smaller unit where that gives a whole number.
std::string IsoDuration(int64_t mantissa, uint8_t scale, const TimeUnit& unit) {
  mantissa *= unit.times;
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  if (scale == 1 && mantissa % 5 == 0) {
    const int64_t halves = mantissa / 5;
    if (unit.letter == 'H') return absl::StrCat("PT", halves * 30, "M");
    if (unit.letter == 'Y') return absl::StrCat("P", halves * 6, "M");
    if (unit.letter == 'D') return absl::StrCat("PT", halves * 12, "H");
    if (unit.clock) return absl::StrCat("PT", halves * 30, "S");
  }
  std::string number = absl::StrCat(mantissa);
  if (scale != 0) {
    while (number.size() <= scale) number.insert(0, "0");
    number.insert(number.size() - scale, ".");
  }
  return absl::StrCat(unit.clock ? "PT" : "P", number, std::string(1, unit.letter));
}

// Skips "straight", "consecutive", "full", "more" between a number and its unit.
uint32_t SkipQualifier(const TimeInput& in, uint32_t at) { return DurationQualifiers().Has(in.Word(at)) ? at + 1 : at; }

// "45-year-old", "45 years old", "45 years of age", "aged 45", "age of 45".
Found ReadAge(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  const bool says_age = in.Is(at, {"aged", "age"});
  if (says_age) at += in.Word(at + 1) == "of" ? 2 : 1;
  const absl::optional<Number> number = ReadNumber(in.tokens, at);
  if (!number.has_value() || number->scale != 0 || number->mantissa > 150 || number->hedge != Hedge::kExact) {
    return absl::nullopt;
  }
  const std::string iso = absl::StrCat("P", number->mantissa, "Y");
  if (says_age) {
    // "at the age of four months"
    const TimeUnit unit = TimeUnitOf(in.Word(number->last));
    if (unit.letter == 0 || unit.clock) return Lasting(first, number->last, iso, Hedge::kExact);
    return Lasting(first, number->last + 1, IsoDuration(number->mantissa, 0, unit), Hedge::kExact);
  }
  at = number->last;
  const auto skip_hyphen = [&] { at += in.Word(at) == "-" ? 1 : 0; };
  skip_hyphen();
  const TimeUnit unit = TimeUnitOf(in.Word(at));
  if (unit.letter != 0 && !unit.clock) {
    ++at;
    skip_hyphen();
    const std::string age = IsoDuration(number->mantissa, 0, unit);
    if (in.Is(at, {"old", "olds"})) return Lasting(first, at + 1, age, Hedge::kExact);
    if (in.Word(at) == "of" && in.Word(at + 1) == "age") return Lasting(first, at + 2, age, Hedge::kExact);
    return absl::nullopt;
  }
  // "John Smith, 45, said"
  const bool apposed = first > 1 && in.Word(first - 1) == "," && in.IsCapital(first - 2) && number->digits &&
                       in.Word(number->last) == "," && number->mantissa > 9 && number->mantissa < 110 &&
                       MonthAt(in, first - 2) == 0 && number->last == first + 1;
  const bool listed = first > 3 && in.Word(first - 3) == ",";  // "Rooms A, 12, 14"
  return apposed && !listed ? Found(Lasting(first, number->last, iso, Hedge::kExact)) : absl::nullopt;
}

// "half an hour", "half a century".
Found ReadHalf(const TimeInput& in, uint32_t first) {
  if (in.Word(first) != "half") return absl::nullopt;
  uint32_t at = first + 1;
  if (in.Is(at, {"a", "an", "-"})) ++at;
  const TimeUnit unit = TimeUnitOf(in.Word(at));
  if (at == first + 1 || unit.letter == 0 || unit.plural) return absl::nullopt;
  return Lasting(first, at + 1, IsoDuration(5, 1, unit), Hedge::kExact);
}

// "three years", "two-week", "a year and a half", "the past decade", "several months".
Found ReadCounted(const TimeInput& in, uint32_t first) {
  uint32_t at = first;
  const bool the = in.Is(at, {"the", "these", "those"});
  if (the) ++at;
  const bool framed = in.Is(at, {"past", "last", "next", "coming", "previous", "first", "final", "following"});
  const bool past = in.Is(at, {"past"});
  if (framed) ++at;
  if (the && !framed) return absl::nullopt;
  absl::optional<Number> number = ReadNumber(in.tokens, at);
  const bool article = !number.has_value() && in.Is(at, {"a", "an"});
  if (number.has_value()) {
    at = number->last;
    if (number->collective && in.Word(at) == "of") ++at;
  } else if (article) {
    ++at;
  } else if (!framed) {
    return absl::nullopt;
  }
  if (number.has_value() && IsGlued(in.tokens, first) && in.Word(first - 1) != "(" && in.Word(first - 1) != "-") {
    return absl::nullopt;
  }
  const bool hyphen = number.has_value() && in.Word(at) == "-";
  if (hyphen) ++at;
  at = SkipQualifier(in, at);
  const TimeUnit unit = TimeUnitOf(in.Word(at));
  if (unit.letter == 0) return absl::nullopt;
  if (number.has_value() && number->digits && in.IsCapital(at)) return absl::nullopt;  // "60 Minutes", a name
  // "second" and "minute" have other senses; "day" or "week" after "first" means one of a series.
  if (!number.has_value() && framed && !past && !unit.plural) return absl::nullopt;
  if (framed && !number.has_value() && unit.plural) {
    if (!in.Is(at - 1, {"past", "recent"})) return absl::nullopt;
    return Lasting(first, at + 1, IsoDuration(2, 0, unit), Hedge::kVague);
  }
  ++at;
  if (hyphen && in.Word(at) == "-" && in.Is(at + 1, {"long"})) at += 2;
  if (article) {
    // "$5 a day" is a rate; a duration has a word before it that measures.
    const bool half = in.Word(at) == "and" && in.Word(at + 1) == "a" && in.Word(at + 2) == "half";
    if (unit.letter == 'S' && !in.Is(at, {".", ",", ")"})) return absl::nullopt;  // "a second attempt"
    if (half) return Lasting(first, at + 3, IsoDuration(15, 1, unit), Hedge::kExact);
    if (!in.Is(first - 1,
               {"for",  "after", "within", "in",     "over",  "about",   "than", "least", "nearly",  "almost", "lasted",
                "took", "takes", "under",  "around", "spent", "lasting", "only", "just",  "roughly", "of"}) ||
        first == 0) {
      return absl::nullopt;
    }
    return Lasting(first, at, IsoDuration(1, 0, unit), Hedge::kExact);
  }
  if (!number.has_value()) return Lasting(first, at, IsoDuration(1, 0, unit), Hedge::kExact);
  const bool attribute = first > 0 && in.Is(first - 1, {"a", "an", "the", "this", "that"});  // "a four day week"
  if (!unit.plural && !hyphen && number->mantissa != 1 && !number->digits && !attribute) return absl::nullopt;
  // "one day the king" gives no length of time.
  if (number->mantissa == 1 && !number->digits && !hyphen && !framed && unit.letter == 'D' &&
      !(first > 0 && in.Is(first - 1, {"for", "in", "within", "least", "than", "after", "only", "just", "about"}))) {
    return absl::nullopt;
  }
  return Lasting(first, at, IsoDuration(number->mantissa, number->scale, unit), number->hedge);
}

// "decades", "for years": more than one, so at least two.
Found ReadVague(const TimeInput& in, uint32_t first) {
  const TimeUnit unit = TimeUnitOf(in.Word(first));
  if (unit.letter == 0 || !unit.plural || unit.letter == 'S' || in.Is(first, {"min", "mins", "hr", "yr"})) {
    return absl::nullopt;
  }
  const bool long_unit = unit.times >= 10;
  const bool measured = first > 0 && in.Is(first - 1, {"for", "after", "within", "took", "lasted", "lasting", "takes"});
  const bool compound = in.Word(first + 1) == "-" && in.Word(first + 2) == "long";
  if (!measured && !compound && !(long_unit && in.Word(first + 1) != "'")) return absl::nullopt;
  if (first > 0 && (in.Is(first - 1, {"recent", "previous", "past"}) || OrdinalWord(in.Word(first - 1)) != 0))
    return absl::nullopt;
  return Lasting(first, first + (compound ? 3 : 1), IsoDuration(2, 0, unit), Hedge::kVague);
}

}  // namespace

absl::optional<TimeMatch> ReadDuration(const TimeInput& in, uint32_t first) {
  for (const auto reader : {ReadAge, ReadHalf, ReadCounted, ReadVague}) {
    if (Found match = reader(in, first)) return match;
  }
  return absl::nullopt;
}

absl::optional<TimeMatch> ReadClock(const TimeInput& in, uint32_t first) {
  const auto zone_at = [&](uint32_t at) { return UniversalTimeZones().Has(in.Word(at)); };
  const auto told = [&](uint32_t last, int hour, int minute) {
    TimeMatch match;
    match.first = first;
    match.last = last;
    match.clock = absl::StrFormat("T%02d:%02d", hour, minute);
    if (zone_at(last)) {
      match.clock += "Z";
      ++match.last;
    } else if (OtherTimeZones().Has(in.Word(last))) {
      ++match.last;
    } else if (in.Word(last) == "local" && in.Word(last + 1) == "time") {
      match.last += 2;
    }
    return match;
  };
  const absl::string_view word = in.Word(first);
  if (const int named = NamedHours().Find(word, -1); named >= 0) return told(first + 1, named, 0);
  if (word.empty() || IsGlued(in.tokens, first) || CardinalWord(word) == 0) {
    if (word.empty() || (first > 0 && in.Word(first - 1) != "(" && IsGlued(in.tokens, first))) return absl::nullopt;
  }
  int hour = -1, minute = 0;
  bool full = false;  // hours and minutes
  uint32_t at = first + 1;
  const size_t colon = word.find_first_of(":.");
  if (colon != absl::string_view::npos && colon >= 1 && colon <= 2 && word.size() == colon + 3) {
    if (!absl::SimpleAtoi(word.substr(0, colon), &hour) || !absl::SimpleAtoi(word.substr(colon + 1), &minute)) {
      return absl::nullopt;
    }
    full = word[colon] == ':';
  } else if (word.size() == 4 && zone_at(at) && absl::SimpleAtoi(word, &minute)) {
    hour = minute / 100;
    minute %= 100;
    full = true;
  } else if (absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) {
    if (word.size() > 2 || !absl::SimpleAtoi(word, &hour)) return absl::nullopt;
  } else {
    hour = CardinalWord(word);
    if (in.Word(at) != "o'clock") return absl::nullopt;
  }
  const bool am = MorningMarks().Has(in.Word(at)), pm = AfternoonMarks().Has(in.Word(at));
  if (hour < 0 || hour > 23 || minute > 59 || minute < 0) return absl::nullopt;
  if (am || pm) {
    if (hour > 12 || hour == 0) return am || hour == 0 ? absl::nullopt : Found(told(at + 1, hour, minute));
    hour = hour % 12 + (pm ? 12 : 0);
    return told(at + 1, hour, minute);
  }
  if (in.Word(at) == "o'clock") return hour <= 12 ? Found(told(at + 1, hour, minute)) : absl::nullopt;
  if (!full) return absl::nullopt;
  const bool placed =
      zone_at(at) || (in.Word(at) == "local" && in.Word(at + 1) == "time") ||
      (first > 0 && in.Is(first - 1, {"at", "by", "until", "before", "after", "around", "about", "from", "since"}));
  return placed ? Found(told(at, hour, minute)) : absl::nullopt;
}

}  // namespace pith::compiler
