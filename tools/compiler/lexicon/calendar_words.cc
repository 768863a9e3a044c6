#include "tools/compiler/lexicon/calendar_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace pith::compiler {

const WordTable<int>& Months() {
  static const auto* const words = new WordTable<int>{
      {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
      {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
      {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
      {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12}};
  return *words;
}

const WordSet& ShortMonths() {
  static const WordSet* const words =
      new WordSet{"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"};
  return *words;
}

const WordSet& MonthsLikeWords() {
  static const WordSet* const words = new WordSet{"may", "march", "august"};
  return *words;
}

bool IsYearNumber(absl::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), absl::ascii_isdigit);
}

const WordTable<absl::optional<absl::Weekday>>& Weekdays() {
  static const auto* const words = new WordTable<absl::optional<absl::Weekday>>{
      {"monday", absl::Weekday::monday},       {"tuesday", absl::Weekday::tuesday},
      {"wednesday", absl::Weekday::wednesday}, {"thursday", absl::Weekday::thursday},
      {"friday", absl::Weekday::friday},       {"saturday", absl::Weekday::saturday},
      {"sunday", absl::Weekday::sunday},       {"mon", absl::Weekday::monday},
      {"tue", absl::Weekday::tuesday},         {"tues", absl::Weekday::tuesday},
      {"wed", absl::Weekday::wednesday},       {"thu", absl::Weekday::thursday},
      {"thurs", absl::Weekday::thursday},      {"fri", absl::Weekday::friday}};
  return *words;
}

const WordSet& ShortWeekdays() {
  static const WordSet* const words = new WordSet{"mon", "tue", "tues", "wed", "thu", "thurs", "fri"};
  return *words;
}

const WordTable<int>& Seasons() {
  static const auto* const words =
      new WordTable<int>{{"spring", 3}, {"summer", 6}, {"autumn", 9}, {"fall", 9}, {"winter", 12}};
  return *words;
}

const WordTable<int>& DecadeNames() {
  static const auto* const words =
      new WordTable<int>{{"twenties", 1920}, {"thirties", 1930},  {"forties", 1940},  {"fifties", 1950},
                         {"sixties", 1960},  {"seventies", 1970}, {"eighties", 1980}, {"nineties", 1990}};
  return *words;
}

const WordSet& ErasBefore() {
  static const WordSet* const words = new WordSet{"bc", "b.c", "bce", "b.c.e"};
  return *words;
}

const WordSet& ErasSince() {
  static const WordSet* const words = new WordSet{"ad", "a.d", "ce", "c.e"};
  return *words;
}

const WordTable<TimeUnit>& TimeUnits() {
  static const auto* const words =
      new WordTable<TimeUnit>{{"second", {'S', true, 1, false, false, Precision::kDay}},
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
  return *words;
}

const WordTable<absl::string_view>& TimeUnitForms() {
  static const auto* const words =
      new WordTable<absl::string_view>{{"centuries", "century"}, {"millennia", "millennium"},
                                       {"mins", "minute"},       {"min", "minute"},
                                       {"hrs", "hour"},          {"hr", "hour"},
                                       {"yrs", "year"},          {"yr", "year"}};
  return *words;
}

const WordSet& PartsOfDay() {
  static const WordSet* const words = new WordSet{"morning", "afternoon", "evening", "night", "noon", "lunchtime"};
  return *words;
}

const WordTable<int>& NamedHours() {
  static const auto* const words = new WordTable<int>{{"noon", 12}, {"midday", 12}, {"midnight", 0}};
  return *words;
}

const WordSet& MorningMarks() {
  static const WordSet* const words = new WordSet{"am", "a.m", "a.m."};
  return *words;
}

const WordSet& AfternoonMarks() {
  static const WordSet* const words = new WordSet{"pm", "p.m", "p.m."};
  return *words;
}

const WordSet& UniversalTimeZones() {
  static const WordSet* const words = new WordSet{"utc", "gmt", "z"};
  return *words;
}

const WordSet& OtherTimeZones() {
  static const WordSet* const words =
      new WordSet{"est", "edt", "pst", "pdt", "cet", "cest", "bst", "et", "pt", "cst", "cdt", "ist", "jst"};
  return *words;
}

const WordTable<absl::optional<int>>& DayWords() {
  static const auto* const words =
      new WordTable<absl::optional<int>>{{"today", 0}, {"tonight", 0}, {"yesterday", -1}, {"tomorrow", 1}};
  return *words;
}

const WordTable<absl::optional<int>>& DayWordsBeforePart() {
  static const auto* const words =
      new WordTable<absl::optional<int>>{{"last", -1}, {"yesterday", -1}, {"this", 0}, {"today", 0}, {"tomorrow", 1}};
  return *words;
}

const WordTable<absl::optional<Shift>>& ShiftWords() {
  static const auto* const words = new WordTable<absl::optional<Shift>>{
      {"last", Shift{-1, false}},     {"this", Shift{0, false}},   {"current", Shift{0, false}},
      {"next", Shift{1, false}},      {"coming", Shift{1, false}}, {"previous", Shift{-1, true}},
      {"preceding", Shift{-1, true}}, {"same", Shift{0, true}},    {"that", Shift{0, true}},
      {"following", Shift{1, true}}};
  return *words;
}

const WordSet& EarlierWords() {
  static const WordSet* const words = new WordSet{"earlier", "previously"};
  return *words;
}

const WordSet& LaterWords() {
  static const WordSet* const words = new WordSet{"later", "afterwards", "afterward", "thereafter"};
  return *words;
}

const WordSet& PartsOfTime() {
  static const WordSet* const words = new WordSet{"beginning", "start", "end",  "middle", "rest",  "close",
                                                  "course",    "part",  "half", "days",   "weeks", "months"};
  return *words;
}

const WordSet& DurationQualifiers() {
  static const WordSet* const words =
      new WordSet{"straight",   "consecutive", "full",       "more",  "long",    "whole",    "calendar", "trading",
                  "additional", "further",     "successive", "solid", "working", "business", "short"};
  return *words;
}

const WordSet& NounsBehindCounts() {
  static const WordSet* const words =
      new WordSet{"people", "men", "women", "children", "troops", "km",         "miles",   "metres", "meters",
                  "feet",   "kg",  "%",     "percent",  "dead",   "casualties", "million", "billion"};
  return *words;
}

const WordSet& WordsLikePlurals() {
  static const WordSet* const words =
      new WordSet{"is",     "was",     "has",    "does", "as", "this",    "thus",   "its",  "his", "'s",
                  "across", "towards", "versus", "plus", "us", "perhaps", "always", "sees", "saw"};
  return *words;
}

const WordSet& WordsBeforeCounts() {
  static const WordSet* const words =
      new WordSet{"$", "€", "£", "no", "number", "page", "flight", "room", "nearly", "almost", "over", "under"};
  return *words;
}

const WordSet& WordsBeforeYears() {
  static const WordSet* const words =
      new WordSet{"in",   "since", "until", "till",   "from",   "during", "circa",  "c",    "early",
                  "late", "mid",   "year",  "fiscal", "spring", "summer", "autumn", "fall", "winter"};
  return *words;
}

const WordSet& PastForms() {
  static const WordSet* const words =
      new WordSet{"was", "were", "had",   "did",    "said", "told", "began", "took",  "made",  "went", "came",
                  "won", "lost", "found", "became", "left", "held", "met",   "saw",   "gave",  "sent", "hit",
                  "has", "have", "been",  "led",    "fell", "rose", "shot",  "broke", "spoke", "wrote"};
  return *words;
}

const WordSet& FutureAuxiliaries() {
  static const WordSet* const words = new WordSet{"will", "'ll", "shall", "would", "wo"};
  return *words;
}

const WordSet& AnnouncingWords() {
  static const WordSet* const words =
      new WordSet{"due", "scheduled", "expected", "planned", "set", "plans", "plan", "hopes", "going"};
  return *words;
}

}  // namespace pith::compiler
