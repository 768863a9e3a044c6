// Files in and out for the command's verbs. The absl::Status code distinguishes the errors:
//   kInvalidArgument    the input is bad (exit 1)
//   kNotFound, kPermissionDenied, kResourceExhausted (no space), kUnavailable (the rest)    the system failed (exit 3)

#ifndef PITH_TOOLS_COMPILER_READ_FILES_H_
#define PITH_TOOLS_COMPILER_READ_FILES_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// The bytes of the file at `path`; "-" is standard input. kInvalidArgument if the file has more than `limit` bytes;
// never reads more than `limit` + 1 bytes, even if the file grows. Of a file that does not begin with `beginning` it
// gives no more than the first bytes: a device or a pipe may have no end.
absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit, absl::string_view beginning = {});

// The first `size` bytes of the file at `path`, or all that it has.
absl::StatusOr<std::string> ReadBeginning(const std::string& path, size_t size);

// Whether there is a file at `path` that may be read; errors as those of ReadFile.
absl::Status CheckReadable(const std::string& path);

// Writes `bytes` to `path` completely or not at all: into a new file in the same folder, which is flushed to disk and
// then replaces the old one. Until then the old file is unchanged. Follows links and keeps the old file's permissions.
// Writes directly to anything that exists and is not a regular file (a pipe, /dev/null), and to standard output, "-".
absl::Status WriteFileAtomically(const std::string& path, absl::string_view bytes);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_FILES_H_
