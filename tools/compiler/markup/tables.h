// Tables of data, as against tables that only lay out a page.

#ifndef PITH_TOOLS_COMPILER_MARKUP_TABLES_H_
#define PITH_TOOLS_COMPILER_MARKUP_TABLES_H_

#include <cstdint>

#include "tools/compiler/markup/document.h"

namespace pith::compiler {

// Whether the rows of `table`, a <table>, are rows of data: it has headers or a caption, or several rows of short
// cells, and no table within. O(size of the table).
bool IsDataTable(const Document& page, uint32_t table);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_TABLES_H_
