// Standard output: for programs as it comes, for people in lines that fit their terminal.

#ifndef PITH_TOOLS_PITH_PAGE_H_
#define PITH_TOOLS_PITH_PAGE_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// Whether text is set off: kAuto on a terminal, unless the environment sets NO_COLOR or TERM=dumb.
enum class Color { kAuto, kAlways, kNever };
void SetColor(Color color);

// Writes to standard output: on a terminal with U+FFFD for control characters (line ends and tabs aside) and
// bidirectional ones, elsewhere as it is.
void Print(absl::string_view text);

// `text` with U+FFFD for control and bidirectional characters and for bytes that are not UTF-8: what others wrote
// cannot play with a terminal.
std::string Visible(absl::string_view text);

// `json` with such characters as \u escapes. They must lie within its strings, where they mean the same.
std::string EscapedJson(absl::string_view json);

// Sends on what was printed. The last call says whether all of it arrived; ResourceExhausted or Unavailable if not.
absl::Status FlushPage();

// How text is set off.
enum class Style { kPlain, kStrong, kFaint };

// Columns that the text takes on a terminal, after Visible.
size_t Columns(absl::string_view text);

// `text` followed by spaces up to `columns`.
std::string Padded(absl::string_view text, size_t columns);

// Prints `gutter`, then `text` in lines as wide as the terminal, later ones indented as far as the gutter reaches. A
// gutter that takes more than half of the width stands above the text, and a word longer than a line is broken. White
// space becomes single spaces, and both are made Visible. The bytes [strong_begin, strong_end) of `text` are set off.
void PrintWrapped(absl::string_view gutter, absl::string_view text, Style style = Style::kPlain,
                  size_t strong_begin = 0, size_t strong_end = 0);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PAGE_H_
