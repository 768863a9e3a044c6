// Reads years and longer stretches of time.

#ifndef PITH_TOOLS_COMPILER_TIMES_YEARS_H_
#define PITH_TOOLS_COMPILER_TIMES_YEARS_H_

#include <cstdint>

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// A match in which tokens [first, last) express the date `moment`.
TimeMatch Dated(uint32_t first, uint32_t last, const Moment& moment, bool says_year);

// The year at token `at`, after a month or season: "2022", ", 2022", "of 2022", "480 BC" (-479). Sets *last to the
// token after it.
absl::optional<int> YearBehind(const TimeInput& in, uint32_t at, uint32_t* last);

// The year that two digits at token `i` mean: the latest one that is not more than five years after the article. 0 for
// other words.
int ShortYearAt(const TimeInput& in, uint32_t i);
// The same behind a day and month: "'15", "01". Sets *last to the token after it; 0 if there is none.
int ShortYearBehind(const TimeInput& in, uint32_t at, uint32_t* last);

// "44 BC", "AD 79".
absl::optional<TimeMatch> ReadEra(const TimeInput& in, uint32_t first);

// "1990s", "the '90s", "the nineties", "19th century", "5th century BC".
absl::optional<TimeMatch> ReadDecadeOrCentury(const TimeInput& in, uint32_t first);

// A four-digit number in the position of a year that does not count anything ("in 1991", "the 2008 crisis"), "'82",
// "1914-18".
absl::optional<TimeMatch> ReadYear(const TimeInput& in, uint32_t first);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_YEARS_H_
