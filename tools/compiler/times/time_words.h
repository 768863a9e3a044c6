// What the readers of dates, years, relative times and durations share: their input, what they find, and single words.

#ifndef PITH_TOOLS_COMPILER_TIMES_TIME_WORDS_H_
#define PITH_TOOLS_COMPILER_TIMES_TIME_WORDS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "engine/format/kinds.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/lexicon/calendar_words.h"
#include "tools/compiler/numbers/number_words.h"
#include "tools/compiler/text/tokens.h"
#include "tools/compiler/times/date_context.h"

namespace pith::compiler {

// A sentence as the readers see it, with the dates that were told before it.
struct TimeInput {
  absl::string_view text;
  const std::vector<Token>& tokens;
  const DateContext& context;

  absl::string_view Word(size_t i) const { return WordAt(tokens, i); }
  // Whether token `i` begins with a capital.
  bool IsCapital(size_t i) const { return HasCapital(text, tokens, i); }
  // Whether token `i` is one of the words.
  bool Is(size_t i, std::initializer_list<absl::string_view> words) const;
};

// The tokens [first, last) say a time.
struct TimeMatch {
  uint32_t first = 0, last = 0;
  ValueKind kind = ValueKind::kDate;
  Hedge hedge = Hedge::kExact;
  absl::optional<Moment> moment;  // a date that is one stretch of the calendar
  std::string iso;                // other dates, durations
  std::string clock;              // "T10:30", "T10:30Z"
  bool says_year = false;
  int month_only = 0;  // a month, 1 to 12, whose year was worked out and may be told by what follows
  int month_day = 0;   // and its day
};

// The month at token `i`, 1 to 12; 0 for other words, and for "may", "march" and "august" where they mean no month.
int MonthAt(const TimeInput& in, size_t i);

// The day of the week at token `i`.
absl::optional<absl::Weekday> WeekdayAt(const TimeInput& in, size_t i);

// The unit of time that the word names, in the singular or plural: "week", "centuries", "hrs". Its letter is 0 for
// other words.
TimeUnit TimeUnitOf(absl::string_view word);

// The year of four digits at token `i`, 1000 to 2100; 0 for other words.
int YearAt(const TimeInput& in, size_t i);

// The day of the month at token `i` ("6", "6th"), 0 for other words.
int DayAt(const TimeInput& in, size_t i);

// The first token of "early", "late", "mid", "the beginning of" or the like before token `i`; `i` without one.
uint32_t ModifierStart(const TimeInput& in, uint32_t i);

// Whether the verb to which token `i` belongs speaks of the future, by the nearest sign before it, else after it.
bool IsFuture(const TimeInput& in, uint32_t i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_TIME_WORDS_H_
