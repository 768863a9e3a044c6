// The encoding of an input: checks of UTF-8, and conversions to it.

#ifndef PITH_TOOLS_COMPILER_READ_ENCODING_H_
#define PITH_TOOLS_COMPILER_READ_ENCODING_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// OK where `text` is UTF-8 without NUL bytes, else kInvalidArgument that names the first bad byte, counted from 0.
// O(size).
absl::Status CheckText(absl::string_view text);

// `bytes` converted to UTF-8 from UTF-16 with a byte order mark, from UTF-8, or else from windows-1252.
// kInvalidArgument for bytes that look like no text at all (more than one control byte in 32). O(size).
absl::StatusOr<std::string> ConvertToUtf8(absl::string_view bytes);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ENCODING_H_
