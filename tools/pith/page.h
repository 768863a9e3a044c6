// Standard output: for programs as it comes, for people in lines that fit their terminal.

#ifndef PITH_TOOLS_PITH_PAGE_H_
#define PITH_TOOLS_PITH_PAGE_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// Writes to standard output as it is.
void Print(absl::string_view text);

// Sends on what was printed. The last call says whether all of it arrived; ResourceExhausted or Unavailable if not.
absl::Status FlushPage();

// How text is set off; plain where output is no terminal or the environment sets NO_COLOR.
enum class Style { kPlain, kStrong, kFaint };
std::string Styled(Style style, absl::string_view text);

// Columns that the text takes on a terminal.
size_t Columns(absl::string_view text);

// `text` followed by spaces up to `columns`.
std::string Padded(absl::string_view text, size_t columns);

// Prints `gutter`, then `text` in lines as wide as the terminal, later ones indented as far as the gutter reaches.
// White space becomes single spaces and control characters show as U+FFFD: an article cannot play with a terminal. The
// bytes [strong_begin, strong_end) of `text` are set off.
void PrintWrapped(absl::string_view gutter, absl::string_view text, Style style = Style::kPlain,
                  size_t strong_begin = 0, size_t strong_end = 0);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PAGE_H_
