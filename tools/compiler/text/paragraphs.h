// Cuts a text into paragraphs by its layout, before sentences.h cuts those into sentences.

#ifndef PITH_TOOLS_COMPILER_TEXT_PARAGRAPHS_H_
#define PITH_TOOLS_COMPILER_TEXT_PARAGRAPHS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// The bytes [begin, end) of the text, without surrounding white space; never empty.
struct Paragraph {
  uint32_t begin = 0, end = 0;
};

// Size in bytes of the white space character at `at`, Unicode's invisible ones included; 0 if there is none.
uint32_t WhiteSpaceAt(absl::string_view text, uint32_t at);

// The paragraphs of `text` in order. A blank line ends one, and so does a line end, unless the text is wrapped at a
// fixed width and the line goes on. O(size).
std::vector<Paragraph> SplitParagraphs(absl::string_view text);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_PARAGRAPHS_H_
