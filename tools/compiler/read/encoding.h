// What a text's bytes mean: checks and conversions ahead of everything else.

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

// `bytes` as UTF-8, whatever they are: UTF-16 with a byte order mark, UTF-8, else windows-1252. Bytes that look like no
// text at all (more than one control byte in 32) are kInvalidArgument. O(size).
absl::StatusOr<std::string> ConvertToUtf8(absl::string_view bytes);

// Appends one code point as UTF-8; what is none (a lone surrogate, above U+10FFFF) becomes U+FFFD.
void AppendUtf8(uint32_t code, std::string* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ENCODING_H_
