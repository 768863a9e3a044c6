// Reads dates that name their day, month, year, decade or century.

#ifndef PITH_TOOLS_COMPILER_TIMES_DATES_H_
#define PITH_TOOLS_COMPILER_TIMES_DATES_H_

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// The longest such date that begins at token `first`: "Thursday, January 6, 2022", "6 January", "March 2020",
// "2022-01-06", "1990s", "the 19th century", "44 BC", "summer of 1941", "the first quarter of 2009", "1991" where it
// stands like a year.
absl::optional<TimeMatch> ReadDate(const TimeInput& in, uint32_t first);

// The day, or the month where `day` is 0, in the year that fits (see DateContext::Anchor). It stands at token `at`.
// None where nothing tells the year, or where the month has no such day.
absl::optional<Moment> PlaceInYear(const TimeInput& in, uint32_t at, int month, int day);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_DATES_H_
