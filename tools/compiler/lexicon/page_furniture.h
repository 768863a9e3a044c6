// What web pages put around an article's sentences: captions, buttons, notices. Tables only: text/sentences.cc knows
// where they count.

#ifndef PITH_TOOLS_COMPILER_LEXICON_PAGE_FURNITURE_H_
#define PITH_TOOLS_COMPILER_LEXICON_PAGE_FURNITURE_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// Whether a paragraph of one line is no part of the article: "Photo: The mill on Sunday.", "Share this article on
// Facebook.", "All rights reserved."
bool IsPageFurniture(absl::string_view line);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PAGE_FURNITURE_H_
