// Reads durations, ages and times of day.

#ifndef PITH_TOOLS_COMPILER_TIMES_DURATIONS_H_
#define PITH_TOOLS_COMPILER_TIMES_DURATIONS_H_

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// A duration that begins at token `first`: "three years", "two-week", "half an hour", "a year and a half", "decades",
// "the past week", "45-year-old", "aged 45". Without the words of hedge before it.
absl::optional<TimeMatch> ReadDuration(const TimeInput& in, uint32_t first);

// A time of day: "10:30 a.m.", "5 p.m.", "noon", "0800 GMT". Fills `clock`; the caller finds the day.
absl::optional<TimeMatch> ReadClock(const TimeInput& in, uint32_t first);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_DURATIONS_H_
