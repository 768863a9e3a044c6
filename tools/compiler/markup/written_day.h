// Days as pages write them.

#ifndef PITH_TOOLS_COMPILER_MARKUP_WRITTEN_DAY_H_
#define PITH_TOOLS_COMPILER_MARKUP_WRITTEN_DAY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// The first day written in `text`, as YYYY-MM-DD; "" if there is none. Reads "2022-01-06T10:30:00Z", "2022/01/06",
// "20220106", "6 January 2022", "6th Jan. 2022", "January 6, 2022" and "06.01.2022". A day of numbers whose order
// nobody can tell ("5/6/2022") is none.
std::string WrittenDay(absl::string_view text);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_WRITTEN_DAY_H_
