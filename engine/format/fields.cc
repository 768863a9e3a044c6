#include "engine/format/fields.h"

namespace pith {

uint32_t RowBits(Bytes bytes, uint64_t at, uint32_t fields) {
  uint32_t bits = 0;
  for (; fields != 0; at += 8) {
    const uint32_t here = fields < 8 ? fields : 8;
    // cppcheck-suppress shiftTooManyBits ; `here` is 1 to 8
    uint64_t widths = bytes.Upto8(at) & (~uint64_t{0} >> (64 - 8 * here)) & 0x7F7F7F7F7F7F7F7F;
    if (((widths + 0x3F3F3F3F3F3F3F3F) & 0x8080808080808080) != 0) return 0;
    bits += SumOfWidths(widths);
    fields -= here;
  }
  return bits;
}

PackedSection::PackedSection(Bytes section, const FieldSizes& sizes) {
  constexpr uint32_t kCount = 4;  // bytes of the number of records
  for (uint32_t f = 0; f < sizes.count; ++f) {
    if (FieldWidth(section.U8(kCount + f)).bits > 8u * sizes.bytes[f]) return;
  }
  const uint32_t records = section.U32(0), bits = RowBits(section, kCount, sizes.count);
  const uint64_t size = sizes.count + (uint64_t{records} * bits + 7) / 8;
  if (bits == 0 || section.size() != kCount + size) return;
  table = section.Sub(kCount, size);
  count = records;
  row_bits = bits;
}

}  // namespace pith
