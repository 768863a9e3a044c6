#include "tools/compiler/write/pack.h"

#include <algorithm>
#include <numeric>

#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

uint32_t BitsOf(uint64_t value) {
  uint32_t bits = 0;
  for (; value != 0; value >>= 1) ++bits;
  return bits;
}

uint64_t AllOnes(uint32_t bytes) { return bytes == 8 ? ~uint64_t{0} : (uint64_t{1} << (8 * bytes)) - 1; }

}  // namespace

std::string PackRecords(const FieldSizes& fields, absl::string_view records) {
  if (fields.count == 0 || records.empty()) return std::string(records);
  const size_t row = fields.total(), rows = records.size() / row;
  const auto each_value = [&](uint32_t field, auto visit) {
    const size_t offset = std::accumulate(fields.bytes, fields.bytes + field, size_t{0});
    for (size_t r = 0; r < rows; ++r) {
      uint64_t value = 0;
      for (uint32_t i = 0; i < fields.bytes[field]; ++i) {
        value |= uint64_t{static_cast<uint8_t>(records[r * row + offset + i])} << (8 * i);
      }
      visit(r, value);
    }
  };
  // For each field, whether "none" is among its values, and the number of bits that its greatest other value needs.
  std::vector<uint32_t> bits(fields.count);
  std::vector<bool> less(fields.count);
  uint32_t row_bits = 0;
  for (uint32_t f = 0; f < fields.count; ++f) {
    const uint64_t none = AllOnes(fields.bytes[f]);
    uint64_t most = 0;
    each_value(f, [&](size_t, uint64_t value) {
      if (value == none) {
        less[f] = true;
      } else {
        most = std::max(most, value);
      }
    });
    bits[f] = BitsOf(less[f] ? most + 1 : most);
    row_bits += bits[f];
  }
  if (row_bits == 0) row_bits = bits[0] = 1;  // so that the part's size limits the count
  std::string out(fields.count + (rows * row_bits + 7) / 8, '\0');
  uint32_t first = 0;
  for (uint32_t f = 0; f < fields.count; ++f) {
    out[f] = static_cast<char>(bits[f] | (less[f] ? 0x80 : 0));
    each_value(f, [&](size_t r, uint64_t value) {
      const uint64_t stored = less[f] ? (value + 1) & AllOnes(fields.bytes[f]) : value;
      for (uint32_t b = 0; b < bits[f]; ++b) {
        const size_t at = r * row_bits + first + b;
        if ((stored >> b & 1) != 0) out[fields.count + at / 8] |= static_cast<char>(1 << (at % 8));
      }
    });
    first += bits[f];
  }
  return out;
}

size_t RecordBytes(PartTable table) {
  const FieldSizes& fields = kPartFields.of[static_cast<uint32_t>(table)];
  return fields.count == 0 ? 1 : fields.total();
}

std::string PackTable(PartTable table, absl::string_view records) {
  return PackRecords(kPartFields.of[static_cast<uint32_t>(table)], records);
}

std::string AssemblePart(std::vector<RawTable> tables) {
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
  part.U16(static_cast<uint16_t>(tables.size())).U16(large ? kPartLarge : 0);
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
