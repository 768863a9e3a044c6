// In: a page. Out: the blocks of its main text, without navigation, comments, banners and teasers.

#ifndef PITH_TOOLS_COMPILER_MARKUP_MAIN_BLOCKS_H_
#define PITH_TOOLS_COMPILER_MARKUP_MAIN_BLOCKS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/markup/page_blocks.h"

namespace pith::compiler {

// Finds the part of the page with the most text in sentences and the least in links and scraps. A heading that says no
// more than `title` is left out. No blocks if the page has no text at all. O(size).
std::vector<PageBlock> MainBlocks(const Document& page, absl::string_view title);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_MAIN_BLOCKS_H_
