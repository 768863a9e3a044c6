// In: a sentence's words, and what the article has said about time before it. Out: its dates, times of day, durations
// and ages as Values, worked out as far as the text tells them.
// Who may use it: compile.cc. A new form of date is one function in dates.cc, years.cc, durations.cc or
// relative_times.cc and its name in the list at that file's end.

#ifndef PITH_TOOLS_COMPILER_TIMES_TIMES_H_
#define PITH_TOOLS_COMPILER_TIMES_TIMES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/times/date_context.h"

namespace pith::compiler {

// The expressions of time in one sentence, in order, without overlap. A date has Value::kind kDate and `iso` in EDTF
// ("2022-01-06", "1939/1945", "199X"), with T and the time of day where that is told; `iso` is empty where the text
// does not say enough ("Thursday" in an article without a date). A duration or age has kDuration and `iso` as ISO 8601
// ("P2W"). Spans cover the words without a preposition before them: "early Wednesday", "1991", "two-week". Token::pos
// is used where it is filled. O(tokens).
std::vector<Value> FindTimes(absl::string_view text, uint32_t sentence_number, const Sentence& sentence,
                             DateContext* context);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TIMES_TIMES_H_
