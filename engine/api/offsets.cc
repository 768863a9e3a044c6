// Offsets of a text in bytes and in UTF-16 code units.

#include "engine/api/arguments.h"
#include "pith/pith.h"

namespace pith {
namespace {

// A walk over a text's characters that counts both units.
struct Walk {
  const Bytes text;
  uint32_t bytes = 0, units = 0;

  // Whether there is a character to pass, and what the counts are behind it. Bytes that are no UTF-8 count as one each.
  bool Next(Walk* next) const {
    if (bytes >= text.size()) return false;
    const uint8_t lead = text.U8(bytes);
    next->bytes = bytes + 1;
    while (next->bytes < text.size() && (text.U8(next->bytes) & 0xC0) == 0x80) ++next->bytes;
    next->units = units + (lead >= 0xF0 ? 2 : 1);
    return true;
  }
};

// `given`, `wanted`: the count that offsets are in, and that they are turned into.
pith_status Convert(const char* text, uint64_t size, uint32_t Walk::*given, uint32_t Walk::*wanted,
                    const uint32_t* from, uint32_t* to, uint32_t count) {
  if (!IsText(text, size) || size > 0xFFFFFFFF || (count != 0 && (from == nullptr || to == nullptr))) {
    return PITH_INVALID_ARGUMENT;
  }
  for (uint32_t i = 1; i < count; ++i) {
    if (from[i] < from[i - 1]) return PITH_INVALID_ARGUMENT;
  }
  Walk at{BytesOf(text, size)};
  for (uint32_t i = 0; i < count; ++i) {
    Walk next{at.text};
    while (at.*given < from[i] && at.Next(&next) && next.*given <= from[i]) {
      at.bytes = next.bytes;
      at.units = next.units;
    }
    to[i] = at.*wanted;
  }
  return PITH_OK;
}

}  // namespace
}  // namespace pith

pith_status pith_utf16_from_bytes(const char* text, uint64_t size, const uint32_t* from, uint32_t* to, uint32_t count) {
  return pith::Convert(text, size, &pith::Walk::bytes, &pith::Walk::units, from, to, count);
}

pith_status pith_bytes_from_utf16(const char* text, uint64_t size, const uint32_t* from, uint32_t* to, uint32_t count) {
  return pith::Convert(text, size, &pith::Walk::units, &pith::Walk::bytes, from, to, count);
}
