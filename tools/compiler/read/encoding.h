// The encoding of an input: checks of UTF-8, and conversions to it.

#ifndef PITH_TOOLS_COMPILER_READ_ENCODING_H_
#define PITH_TOOLS_COMPILER_READ_ENCODING_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// OK if `text` is UTF-8 without NUL bytes; otherwise kInvalidArgument, naming the offset of the first bad byte, from 0.
// O(size).
absl::Status CheckText(absl::string_view text);

struct ConvertedText {
  std::string text;      // UTF-8
  std::string encoding;  // what it was converted from; empty if it was UTF-8
};

// Converts `bytes` to UTF-8: from the encoding of a byte order mark (UTF-16, UTF-32), from UTF-8, from the one that is
// `declared` if that is not empty, or else from the one that the bytes look most like. Bytes that are no character
// become U+FFFD. kInvalidArgument for what does not look like text (more than one control byte in 32) and for an
// encoding that nobody knows. O(size).
absl::StatusOr<ConvertedText> ConvertToUtf8(absl::string_view bytes, absl::string_view declared);

// The encoding that an HTML page or XML file says it is in, as it is written there; "" if it does not say.
absl::string_view DeclaredEncoding(absl::string_view markup);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ENCODING_H_
