// Text of a page as it is stored.

#ifndef PITH_TOOLS_COMPILER_MARKUP_CLEAN_TEXT_H_
#define PITH_TOOLS_COMPILER_MARKUP_CLEAN_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// `text`, UTF-8, on one line: white space of any kind and length is one space, and none stands at the ends; letters are
// composed with their accents (NFC); soft hyphens and other characters that nobody sees are gone. O(size).
std::string CleanLine(absl::string_view text);

// The same for text whose lines matter: line ends and the spaces in lines stay. Only empty lines at the ends go.
std::string CleanLines(absl::string_view text);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_CLEAN_TEXT_H_
