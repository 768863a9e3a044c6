// Batches: one JSON object a line in, one out.

#ifndef PITH_TOOLS_PITH_JSON_LINES_H_
#define PITH_TOOLS_PITH_JSON_LINES_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/pith/json.h"

namespace pith::command {

// What to do with a line: `check` says what is wrong with it, `run` answers it.
struct LineHandler {
  std::function<absl::Status(const Json&)> check, run;
};

// Reads the objects of the file at `path` ("-": standard input), checks and runs them; blank lines are skipped. A
// regular file is checked whole before anything is run; what streams in is answered line by line, and each answer is
// sent on before the next line is read. Ends with the first error: InvalidArgument for a line that is no JSON object or
// does not pass the check, with its number; those of `run` and of the system as they are.
absl::Status ForEachLine(const std::string& path, const LineHandler& handler);

// Whether `line` has `id`, a string or a number, as every line must.
absl::Status CheckId(const Json& line);

// The string of that name, "" where there is none or null; InvalidArgument where it is something else.
absl::StatusOr<std::string> StringField(const Json& line, const char* name);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_JSON_LINES_H_
