// The words of the calendar and the clock, and those that tell past from future.

#ifndef PITH_TOOLS_COMPILER_LEXICON_CALENDAR_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_CALENDAR_WORDS_H_

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

// "thursday", and its short form "thu".
const WordTable<absl::optional<absl::Weekday>>& Weekdays();
// Those of Weekdays that are short forms.
const WordSet& ShortWeekdays();

// To the month that the season begins in: "spring" to 3, "winter" to 12.
const WordTable<int>& Seasons();

// "twenties" to 1920.
const WordTable<int>& DecadeNames();

// "bc": behind a year that is counted backwards.
const WordSet& ErasBefore();
// "ad": beside a year that is counted forwards.
const WordSet& ErasSince();

// A unit of time: `times` of what `letter` stands for in ISO 8601 durations ("decade": 10 Y).
struct TimeUnit {
  char letter = 0;     // 0: no unit
  bool clock = false;  // shorter than a day, so that the letter stands behind the T
  int times = 1;
  bool plural = false;  // whether the word was one; false in the table
  bool dated = false;   // whether a stretch of the calendar is called so: "last week"
  Precision precision = Precision::kDay;
};

// Units of time in the singular.
const WordTable<TimeUnit>& TimeUnits();
// Forms of them that are not made by adding "s": "centuries" to "century", "hrs" to "hour".
const WordTable<absl::string_view>& TimeUnitForms();

// "morning", "lunchtime".
const WordSet& PartsOfDay();
// Times of day with a name, to their hour: "midnight" to 0.
const WordTable<int>& NamedHours();
// Behind an hour: "a.m.", "p.m.".
const WordSet& MorningMarks();
const WordSet& AfternoonMarks();
// "utc", "gmt": the zone that ISO 8601 writes as Z.
const WordSet& UniversalTimeZones();
// "est", "cet": others, behind a time of day.
const WordSet& OtherTimeZones();

// Days told from the article's, to how many days later they are: "yesterday" to -1.
const WordTable<absl::optional<int>>& DayWords();
// The same before a part of the day: "last night".
const WordTable<absl::optional<int>>& DayWordsBeforePart();

// Which stretch of the calendar is meant: `shift` lengths later than the one that holds the article's date, or, with
// `from_spoken`, than the one spoken of.
struct Shift {
  int shift = 0;
  bool from_spoken = false;
};
// Words before a stretch of the calendar: "last" (month), "the following" (year).
const WordTable<absl::optional<Shift>>& ShiftWords();

// Behind a duration they make it a time before or after the one spoken of: "two days earlier", "later".
const WordSet& EarlierWords();
const WordSet& LaterWords();

// "beginning", "end", "rest": what a stretch of time has, in "the end of May".
const WordSet& PartsOfTime();
// "straight", "consecutive": stand between a number and a unit of time.
const WordSet& DurationQualifiers();

// Plurals and measures before which a number of four digits counts and is no year: "people", "km".
const WordSet& NounsBehindCounts();
// Words that end in "s" like a plural and are none: "is", "across".
const WordSet& WordsLikePlurals();
// Words that make the number behind them something else than a year: "page", "nearly", "$".
const WordSet& WordsBeforeCounts();
// Words before a number of four digits that make a year likely: "since", "summer".
const WordSet& WordsBeforeYears();

// Verbs and auxiliaries in the past that do not end in "ed".
const WordSet& PastForms();
// "will", "shall".
const WordSet& FutureAuxiliaries();
// "due", "expected": speak of the future where "to", "for" or "on" follows.
const WordSet& AnnouncingWords();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_CALENDAR_WORDS_H_
