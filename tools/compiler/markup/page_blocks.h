// In: a document. Out: its text as blocks: paragraphs, headings, list items, rows of tables and the like.

#ifndef PITH_TOOLS_COMPILER_MARKUP_PAGE_BLOCKS_H_
#define PITH_TOOLS_COMPILER_MARKUP_PAGE_BLOCKS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/markup/document.h"

namespace pith::compiler {

// A block of text, and where it comes from.
struct PageBlock {
  uint32_t node = 0;  // the innermost block element that holds it
  BlockKind kind = BlockKind::kParagraph;
  uint8_t level = 0;        // of a heading, 1 to 6; of a list item, how many lists hold it
  std::string text;         // white space collapsed; composed (NFC), without soft hyphens; never empty
  std::string marker;       // what stands before a list item: "- ", "2. "
  std::string anchor;       // the id nearest before its text that no block before has; "" if there is none
  uint32_t linked = 0;      // the bytes of `text` that are links
  std::vector<Cell> cells;  // of a row: bytes of `text`
};

// Whether nothing in the element is text of the page to its reader: scripts, controls, marks of notes, "[edit]".
bool IsUnseen(const Document& page, uint32_t node);

// What a reader sees of the node, on one line.
std::string LineOf(const Document& page, uint32_t node);

// The blocks of `page` in order, without those in nodes for which `skipped` is true (a flag a node; only the outermost
// counts). O(size).
std::vector<PageBlock> FindBlocks(const Document& page, const std::vector<bool>& skipped);

// The text of an article that consists of `blocks`, a blank line between two of them (a line's end between the items of
// a list and the rows of a table), and where each one stands in it.
void JoinBlocks(const std::vector<PageBlock>& blocks, Article* article);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_PAGE_BLOCKS_H_
