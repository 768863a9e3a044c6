// Reads times that are counted from now or from the time spoken of: "yesterday", "Thursday", "last week", "two years
// later".

#ifndef PITH_TOOLS_COMPILER_TIMES_RELATIVE_TIMES_H_
#define PITH_TOOLS_COMPILER_TIMES_RELATIVE_TIMES_H_

#include "absl/types/optional.h"
#include "tools/compiler/times/time_words.h"

namespace pith::compiler {

// The time of this kind that begins at token `first`. A match without `moment` and `iso` is a time that cannot be
// worked out, because the article has no date or has told none before.
absl::optional<TimeMatch> ReadRelativeTime(const TimeInput& in, uint32_t first);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_RELATIVE_TIMES_H_
