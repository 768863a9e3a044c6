// Dates and durations as people write them. JSON keeps EDTF and ISO 8601, for programs.

#ifndef PITH_TOOLS_PITH_PLAIN_DATES_H_
#define PITH_TOOLS_PITH_PLAIN_DATES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace pith::command {

// "17 May 2021", "17 May", "spring 1881", "1990s", "44 BC", "1911 to 1946", "about 1895" for an EDTF date; the date
// itself if it is of no form that the compiler writes.
std::string PlainDate(absl::string_view edtf);

// "2 weeks", "2 hours 9 minutes", "15 minutes to 20 minutes" for an ISO 8601 duration, or two of them with "/" between.
std::string PlainDuration(absl::string_view iso);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PLAIN_DATES_H_
