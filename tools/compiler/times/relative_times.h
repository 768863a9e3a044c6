// Reads times told by where they lie from now or from the time spoken of: "yesterday", "Thursday", "last week", "two
// years later".

#ifndef PITH_TOOLS_COMPILER_TIMES_RELATIVE_TIMES_H_
#define PITH_TOOLS_COMPILER_TIMES_RELATIVE_TIMES_H_

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// Such a time that begins at token `first`. A match without `moment` and `iso` is a time that cannot be worked out
// here, for want of the article's date or of a date told before.
absl::optional<TimeMatch> ReadRelativeTime(const TimeInput& in, uint32_t first);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_RELATIVE_TIMES_H_
