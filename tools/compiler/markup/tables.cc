#include "tools/compiler/markup/tables.h"

#include <algorithm>

namespace pith::compiler {
namespace {

constexpr uint64_t kShortCell = 200;  // bytes of text; a longer one is prose

struct TableShape {
  uint32_t cells = 0, headers = 0, wide_rows = 0;
  uint64_t longest_cell = 0;
  bool nested = false, has_blocks = false;
};

uint64_t TextSize(const Document& page, uint32_t node) {
  uint64_t size = 0;
  for (uint32_t i = node; i < page[node].end; ++i) size += page[i].text.size();
  return size;
}

TableShape ShapeOf(const Document& page, uint32_t table) {
  TableShape shape;
  uint32_t cells_of_row = 0;
  for (uint32_t i = table + 1; i < page[table].end && !shape.nested; ++i) {
    if (page.IsText(i)) continue;
    switch (page[i].tag) {
      case GUMBO_TAG_TABLE:
        shape.nested = true;
        break;
      case GUMBO_TAG_TR:
        cells_of_row = 0;
        break;
      case GUMBO_TAG_TH:
      case GUMBO_TAG_CAPTION:
        ++shape.headers;
        [[fallthrough]];
      case GUMBO_TAG_TD:
        ++shape.cells;
        shape.wide_rows += ++cells_of_row == 2;
        shape.longest_cell = std::max(shape.longest_cell, TextSize(page, i));
        break;
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_P:
      case GUMBO_TAG_FORM:
        shape.has_blocks = true;
        break;
      default:
        break;
    }
  }
  return shape;
}

}  // namespace

bool IsDataTable(const Document& page, uint32_t table) {
  const absl::string_view role = page.Attribute(table, "role");
  if (role == "presentation" || role == "none") return false;
  const TableShape shape = ShapeOf(page, table);
  if (shape.nested || shape.cells == 0) return false;
  if (shape.headers > 0) return shape.longest_cell < 10 * kShortCell;
  return shape.wide_rows >= 2 && shape.longest_cell < kShortCell && !shape.has_blocks;
}

}  // namespace pith::compiler
