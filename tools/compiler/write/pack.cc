#include "tools/compiler/write/pack.h"

#include <algorithm>

#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/row_packer.h"

namespace pith::compiler {
namespace {

// Reads the fields of a record that are stored one after the other in whole bytes.
void ReadRow(absl::string_view record, const FieldSizes& fields, uint64_t* row) {
  size_t at = 0;
  for (uint32_t f = 0; f < fields.count; ++f) {
    row[f] = 0;
    for (uint32_t i = 0; i < fields.bytes[f]; ++i) row[f] |= uint64_t{static_cast<uint8_t>(record[at++])} << (8 * i);
  }
}

}  // namespace

std::string PackRecords(const FieldSizes& fields, absl::string_view records) {
  if (fields.count == 0 || records.empty()) return std::string(records);
  const size_t size = fields.total();
  uint64_t row[FieldSizes::kMost];
  RowPacker packer(fields);
  for (size_t at = 0; at < records.size(); at += size) {
    ReadRow(records.substr(at, size), fields, row);
    packer.Measure(row);
  }
  std::string out = packer.Widths();
  for (size_t at = 0; at < records.size(); at += size) {
    ReadRow(records.substr(at, size), fields, row);
    packer.Add(row, &out);
  }
  packer.Finish(&out);
  return out;
}

std::string PackSection(const FieldSizes& fields, absl::string_view records) {
  const auto count = static_cast<uint32_t>(records.size() / fields.total());
  return ByteWriter().U32(count).Raw(PackRecords(fields, records)).Take();
}

size_t RecordBytes(PartTable table) {
  const FieldSizes& fields = kPartFields.of[static_cast<uint32_t>(table)];
  return fields.count == 0 ? 1 : fields.total();
}

std::string PackTable(PartTable table, absl::string_view records) {
  return PackRecords(kPartFields.of[static_cast<uint32_t>(table)], records);
}

std::string AssemblePart(std::vector<RawTable> tables, uint16_t flags) {
  while (tables.size() > static_cast<size_t>(PartTable::kProperties) && tables.back().count == 0) tables.pop_back();
  uint32_t most = 0;
  size_t size = 0;
  for (const RawTable& table : tables) {
    most = std::max(most, table.count);
    size += table.bytes.size();
  }
  const bool large = most > 0xFFFF;
  ByteWriter part;
  part.U32(static_cast<uint32_t>(kPartHeaderBytes + (large ? 4 : 2) * tables.size() + size));
  part.U16(static_cast<uint16_t>(tables.size())).U16(static_cast<uint16_t>(flags | (large ? kPartLarge : 0)));
  for (const RawTable& table : tables) {
    if (large) {
      part.U32(table.count);
    } else {
      part.U16(static_cast<uint16_t>(table.count));
    }
  }
  for (const RawTable& table : tables) part.Raw(table.bytes);
  return part.Take();
}

}  // namespace pith::compiler
