// What goes to standard error: "pith: ..." or "pith: warning: ..." for people, or one JSON object a line for programs.
// Control and bidirectional characters show as U+FFFD, for messages quote what others wrote.

#ifndef PITH_TOOLS_PITH_MESSAGES_H_
#define PITH_TOOLS_PITH_MESSAGES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// From now on messages are JSON: {"error": {"exit", "message", "file"?, "line"?, "byte"?}} and {"warning":
// {"message"}}.
void UseJsonMessages();

// 0 done, 1 bad input (InvalidArgument), 2 wrong usage (FailedPrecondition, Unimplemented), 3 the system failed.
int ExitCode(const absl::Status& status);

// Wrong usage.
absl::Status UsageError(absl::string_view message);

// What went wrong without ending the command.
void Warn(absl::string_view message);

// Why the command ends, as it is printed. `hint`, where it is not empty, is a further line for people.
std::string ErrorLine(const absl::Status& status, absl::string_view hint = "");
void PrintError(const absl::Status& status, absl::string_view hint);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_MESSAGES_H_
