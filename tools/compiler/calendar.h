// Points and spans of time, and how they are written: in EDTF (ISO 8601-2), as precisely as the text had them.

#ifndef PITH_TOOLS_COMPILER_CALENDAR_H_
#define PITH_TOOLS_COMPILER_CALENDAR_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"

namespace pith::compiler {

enum class Precision : uint8_t { kCentury, kDecade, kYear, kSeason, kQuarter, kMonth, kWeek, kWeekend, kDay };

// A stretch of the calendar that begins on `day` and whose length is `precision`. `day` is always the first day of such
// a stretch (Floor ensures this). A season is identified by its first month: 3 spring, 6 summer, 9 autumn, 12 winter
// (in the year in which it begins).
struct Moment {
  absl::CivilDay day;
  Precision precision = Precision::kDay;
};

inline bool operator==(const Moment& a, const Moment& b) { return a.day == b.day && a.precision == b.precision; }

// The stretch of length `precision` that contains `day`.
Moment Floor(absl::CivilDay day, Precision precision);

// The stretch `n` lengths later, or earlier if `n` is negative.
Moment Add(const Moment& moment, int64_t n);

// The first day after the stretch.
absl::CivilDay End(const Moment& moment);

// The EDTF form: "2022-01-06", "2022-01", "2022", "199X", "18XX", "2010-21" (spring), "2009-01/2009-03" (a quarter),
// "2022-01-03/2022-01-09" (a week), "-0043" (44 BC).
std::string Iso(const Moment& moment);

// The interval between two moments: "1939/1945". A quarter or a week is written as its first month or day at the start
// of the interval, as its last at the end.
std::string IsoInterval(const Moment& from, const Moment& to);

// IsIsoDay tells whether `s` is an existing day written YYYY-MM-DD; ParseIsoDay also returns the day.
bool IsIsoDay(absl::string_view s);
absl::optional<absl::CivilDay> ParseIsoDay(absl::string_view s);

// A key that sorts EDTF dates, as written here, by time: by first day since 1970, and, if equal, the more precise
// first. Dates without a year ("XXXX-01-06") come last.
int64_t DateOrder(absl::string_view iso);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CALENDAR_H_
