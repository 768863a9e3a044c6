// Files in and out for the command's verbs, with errors told apart by their absl::Status code:
//   kInvalidArgument    the input is bad (exit 1)
//   kNotFound, kPermissionDenied, kResourceExhausted (no space), kUnavailable (the rest)    the system failed (exit 3)

#ifndef PITH_TOOLS_COMPILER_READ_FILES_H_
#define PITH_TOOLS_COMPILER_READ_FILES_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// The bytes of the file at `path`; "-" is standard input. A file of more than `limit` bytes is kInvalidArgument, and no
// more than `limit` + 1 bytes of it are ever read, however it grows.
absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit);

// Puts `bytes` at `path` whole or not at all: into a new file in the same folder, to the disk, then in place of the old
// one, which stays as it was until then. Links are followed and the old file's permissions kept. What exists and is not
// a regular file (a pipe, /dev/null) is written directly, and so is standard output, "-".
absl::Status WriteFileAtomically(const std::string& path, absl::string_view bytes);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_FILES_H_
