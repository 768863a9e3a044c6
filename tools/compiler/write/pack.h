// Packing a part's records to the bits that they need (engine/format/records.h, PackedTable).

#ifndef PITH_TOOLS_COMPILER_WRITE_PACK_H_
#define PITH_TOOLS_COMPILER_WRITE_PACK_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/index/part.h"

namespace pith::compiler {

// The bytes of a table's record before packing; 1 in a table of bytes.
size_t RecordBytes(PartTable table);

// The packed table of `records`, whose fields stand one after the other as engine/format/bytes.h reads them.
std::string PackTable(PartTable table, absl::string_view records);

// A part of these tables: what stands between its header and its end.
struct RawTable {
  uint32_t count;
  std::string bytes;  // as in the part
};
std::string AssemblePart(const std::vector<RawTable>& tables);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PACK_H_
