// Lines that a person types or a pipe brings, one after another.

#ifndef PITH_TOOLS_PITH_PROMPT_H_
#define PITH_TOOLS_PITH_PROMPT_H_

#include <functional>
#include <string>

#include "absl/status/status.h"

namespace pith::command {

using LineAction = std::function<absl::Status(const std::string& line)>;

// Asks for lines on the terminal, with editing and a history of this session, until the end of input (Ctrl-D) or the
// first error. Blank lines are skipped.
absl::Status ForEachTyped(const std::string& prompt, const LineAction& action);

// The same for the lines of standard input as they come.
absl::Status ForEachPiped(const LineAction& action);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PROMPT_H_
