// The words of time, and what the readers of dates, relative times and durations share.

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

// A sentence being read.
struct TimeInput {
  absl::string_view text;
  const std::vector<Token>& tokens;
  const DateContext& context;

  absl::string_view Word(size_t i) const { return WordAt(tokens, i); }
  bool IsCapital(size_t i) const { return HasCapital(text, tokens, i); }
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

// 1 to 12, 0 for other words; "may", "march", "august" only where they mean the month.
int MonthAt(const TimeInput& in, size_t i);

absl::optional<absl::Weekday> WeekdayAt(const TimeInput& in, size_t i);

// The unit of time that the word names, in the singular or plural: "week", "centuries", "hrs". Its letter is 0 for
// other words.
TimeUnit TimeUnitOf(absl::string_view word);

// The four-digit year at token `i`, 1000 to 2100, 0 for others. `two_digits` takes "'82" too, with the count of tokens.
int YearAt(const TimeInput& in, size_t i);

// A day of the month, "6", "6th", 0 for others.
int DayAt(const TimeInput& in, size_t i);

// "early", "late", "mid", "the beginning of", "the end of" before token `i`: the first token of it, or `i`.
uint32_t ModifierStart(const TimeInput& in, uint32_t i);

// Whether the verb that token `i` belongs to speaks of the future. By the nearest sign before it, else after it.
bool IsFuture(const TimeInput& in, uint32_t i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_TIME_WORDS_H_
