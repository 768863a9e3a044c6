// Reads days that a calendar has to be asked for: "the first Monday of November 2022", "Easter Monday 2011".

#ifndef PITH_TOOLS_COMPILER_TIMES_NAMED_DAYS_H_
#define PITH_TOOLS_COMPILER_TIMES_NAMED_DAYS_H_

#include <cstdint>

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// "The first Monday of November 2022", "the last Friday in May": the year may be the text's own. The fifth of a month
// that has only four is nothing.
absl::optional<TimeMatch> ReadNthWeekday(const TimeInput& in, uint32_t first);

// "Good Friday 1998", "Easter Sunday, 2011", "Easter Monday 2011"; only with a year.
absl::optional<TimeMatch> ReadEasterDay(const TimeInput& in, uint32_t first);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_NAMED_DAYS_H_
