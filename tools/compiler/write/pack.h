// Packs a part's records into as few bits as they need (engine/format/records.h, PackedTable).

#ifndef PITH_TOOLS_COMPILER_WRITE_PACK_H_
#define PITH_TOOLS_COMPILER_WRITE_PACK_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/index/part.h"

namespace pith::compiler {

// The bytes of one record of a table before packing; 1 for a table of bytes.
size_t RecordBytes(PartTable table);

// The packed table of `records`, which have these fields.
std::string PackRecords(const FieldSizes& fields, absl::string_view records);

// A packed table as a section of its own (OpenPacked): the number of records before it.
std::string PackSection(const FieldSizes& fields, absl::string_view records);

// The packed table of `records`, whose fields are stored consecutively, as engine/format/bytes.h reads them.
std::string PackTable(PartTable table, absl::string_view records);

// One packed table. AssemblePart puts such tables together into a part, from its header to its end. Without records,
// the last ones from kProperties on are left out.
struct RawTable {
  uint32_t count;
  std::string bytes;  // as in the part
};
std::string AssemblePart(std::vector<RawTable> tables, uint16_t flags = 0);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PACK_H_
