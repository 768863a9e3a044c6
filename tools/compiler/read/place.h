// Where an error lies, kept beside its message for programs that read errors: the file as it was named, the line
// counted from 1, the byte counted from 0.

#ifndef PITH_TOOLS_COMPILER_READ_PLACE_H_
#define PITH_TOOLS_COMPILER_READ_PLACE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

struct Place {
  std::optional<std::string> file;
  std::optional<uint64_t> line, byte;
};

// What is known of the place of an error.
Place PlaceOf(const absl::Status& status);

// Add one part of the place. The first to tell it, nearest to the error, is right: what is known already stays.
absl::Status AtFile(absl::Status status, absl::string_view path);
absl::Status AtLine(absl::Status status, uint64_t line);
absl::Status AtByte(absl::Status status, uint64_t byte);

// The same error with "`prefix`: " before its message.
absl::Status Prefixed(absl::string_view prefix, const absl::Status& status);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_PLACE_H_
