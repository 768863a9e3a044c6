// Other programs that turn a file into text.

#ifndef PITH_TOOLS_COMPILER_READ_FILTER_H_
#define PITH_TOOLS_COMPILER_READ_FILTER_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"

namespace pith::compiler {

// What `command`, run by the shell with the file at `path` ("-": standard input) as its standard input, writes to its
// standard output. Its standard error is this program's. kInvalidArgument if it fails, by its exit status or a signal,
// or writes more than `limit` bytes; then it is ended. Other errors are as in files.h.
absl::StatusOr<std::string> RunFilter(const std::string& command, const std::string& path, uint64_t limit);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_FILTER_H_
