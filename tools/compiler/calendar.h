// Points and spans of time, and how they are written: EDTF (ISO 8601-2) as precise as the text was.

#ifndef PITH_TOOLS_COMPILER_CALENDAR_H_
#define PITH_TOOLS_COMPILER_CALENDAR_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"

namespace pith::compiler {

enum class Precision : uint8_t { kCentury, kDecade, kYear, kSeason, kQuarter, kMonth, kWeek, kWeekend, kDay };

// A stretch of the calendar that begins at `day` and is as long as `precision` says. `day` is always that stretch's
// first (Floor makes it so). A season is told by its month: 3 spring, 6 summer, 9 autumn, 12 winter (of the year it
// begins in).
struct Moment {
  absl::CivilDay day;
  Precision precision = Precision::kDay;
};

inline bool operator==(const Moment& a, const Moment& b) { return a.day == b.day && a.precision == b.precision; }

// The stretch of that length that holds `day`.
Moment Floor(absl::CivilDay day, Precision precision);

// The stretch `n` lengths later (earlier where negative).
Moment Add(const Moment& moment, int64_t n);

// The first day behind the stretch.
absl::CivilDay End(const Moment& moment);

// "2022-01-06", "2022-01", "2022", "199X", "18XX", "2010-21" (spring), "2009-01/2009-03" (a quarter),
// "2022-01-03/2022-01-09" (a week), "-0043" (44 BC).
std::string Iso(const Moment& moment);

// From the one to the other: "1939/1945". Quarters and weeks give their first and last.
std::string IsoInterval(const Moment& from, const Moment& to);

// Whether `s` is a day that exists, as YYYY-MM-DD; and which.
bool IsIsoDay(absl::string_view s);
absl::optional<absl::CivilDay> ParseIsoDay(absl::string_view s);

// A number by which EDTF dates as written here stand in order of time: days since 1970 of their first day, and for
// equal ones the more precise first. Unknown years ("XXXX-01-06") come last.
int64_t DateOrder(absl::string_view iso);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CALENDAR_H_
