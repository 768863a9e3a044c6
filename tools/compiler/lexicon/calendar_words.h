// The words of the calendar and the clock, and those that distinguish past from future.

#ifndef PITH_TOOLS_COMPILER_LEXICON_CALENDAR_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_CALENDAR_WORDS_H_

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// "january" and "jan" to 1, "december" and "dec" to 12.
const WordTable<int>& Months();
// Those of Months that are short forms: "jan".
const WordSet& ShortMonths();
// Those of Months that are also other words: "may".
const WordSet& MonthsLikeWords();

// "1931": four digits.
bool IsYearNumber(absl::string_view word);

// "thursday" and its short form "thu".
const WordTable<absl::optional<absl::Weekday>>& Weekdays();
// Those of Weekdays that are short forms.
const WordSet& ShortWeekdays();

// From a season to its first month: "spring" to 3, "winter" to 12.
const WordTable<int>& Seasons();

// "twenties" to 1920.
const WordTable<int>& DecadeNames();

// "bc": after a year that is counted backward.
const WordSet& ErasBefore();
// "ad": beside a year that is counted forward.
const WordSet& ErasSince();

// A unit of time: `times` of the unit that `letter` stands for in ISO 8601 durations ("decade": 10 Y).
struct TimeUnit {
  char letter = 0;     // 0: no unit
  bool clock = false;  // shorter than a day, so the letter comes after the T
  int times = 1;
  bool plural = false;  // whether the word was plural; false in the table
  bool dated = false;   // whether a stretch of the calendar is named after it: "last week"
  Precision precision = Precision::kDay;
};

// Units of time in the singular.
const WordTable<TimeUnit>& TimeUnits();
// Their plurals and short forms, unless made by adding "s": "centuries" to "century", "hrs" to "hour".
const WordTable<absl::string_view>& TimeUnitForms();

// "morning", "lunchtime".
const WordSet& PartsOfDay();
// From named times of day to their hour: "midnight" to 0.
const WordTable<int>& NamedHours();
// "a.m." and "p.m.", after an hour.
const WordSet& MorningMarks();
const WordSet& AfternoonMarks();
// "utc", "gmt": the zone that ISO 8601 writes as Z.
const WordSet& UniversalTimeZones();
// "est", "cet": the other zones, after a time of day.
const WordSet& OtherTimeZones();

// From a word for a day to the day's distance from the article's date: "yesterday" to -1.
const WordTable<absl::optional<int>>& DayWords();
// The same for words before a part of the day: "last night".
const WordTable<absl::optional<int>>& DayWordsBeforePart();

// Selects a stretch of the calendar: `shift` lengths after the one that contains the article's date or, with
// `from_spoken`, the date last mentioned.
struct Shift {
  int shift = 0;
  bool from_spoken = false;
};
// Words before a stretch of the calendar: "last" (month), "the following" (year).
const WordTable<absl::optional<Shift>>& ShiftWords();

// "earlier", "later": after a duration, count it from the date last mentioned ("two days earlier").
const WordSet& EarlierWords();
const WordSet& LaterWords();

// "beginning", "end", "rest": the parts of a stretch of time, as in "the end of May".
const WordSet& PartsOfTime();
// "straight", "consecutive": come between a number and a unit of time.
const WordSet& DurationQualifiers();

// Plurals and measures that make a four-digit number before them a count, not a year: "people", "km".
const WordSet& NounsBehindCounts();
// Words that end in "s" but are not plurals: "is", "across".
const WordSet& WordsLikePlurals();
// Words after which a number is not a year: "page", "nearly", "$".
const WordSet& WordsBeforeCounts();
// Words after which a four-digit number is probably a year: "since", "summer".
const WordSet& WordsBeforeYears();

// Past forms of verbs and auxiliaries that do not end in "ed".
const WordSet& PastForms();
// "will", "shall".
const WordSet& FutureAuxiliaries();
// "due", "expected": refer to the future if "to", "for" or "on" follows.
const WordSet& AnnouncingWords();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_CALENDAR_WORDS_H_
