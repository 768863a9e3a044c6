// Reads years and longer stretches of time.

#ifndef PITH_TOOLS_COMPILER_TIMES_YEARS_H_
#define PITH_TOOLS_COMPILER_TIMES_YEARS_H_

#include <cstdint>

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// A match that says the date `moment` in tokens [first, last).
TimeMatch Dated(uint32_t first, uint32_t last, const Moment& moment, bool says_year);

// The year at token `at`, behind a month or season: "2022", ", 2022", "of 2022", "480 BC" (-479). Sets *last behind it.
absl::optional<int> YearBehind(const TimeInput& in, uint32_t at, uint32_t* last);

// "44 BC", "AD 79".
absl::optional<TimeMatch> ReadEra(const TimeInput& in, uint32_t first);

// "1990s", "the '90s", "the nineties", "19th century", "5th century BC".
absl::optional<TimeMatch> ReadDecadeOrCentury(const TimeInput& in, uint32_t first);

// A number of four digits that stands like a year and counts nothing ("in 1991", "the 2008 crisis"), "'82", "1914-18".
absl::optional<TimeMatch> ReadYear(const TimeInput& in, uint32_t first);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_YEARS_H_
