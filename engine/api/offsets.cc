// Offsets of a text in bytes and in UTF-16 code units.

#include "engine/api/arguments.h"
#include "pith/pith.h"

namespace pith {
namespace {

// A walk over a text's characters that counts both units.
struct Walk {
  Bytes text;
  uint32_t bytes = 0, units = 0;

  bool AtEnd() const { return bytes >= text.size(); }
  // Passes a character: a byte and the continuation bytes after it, whether or not they are UTF-8.
  void Next() {
    units += text.U8(bytes) >= 0xF0 ? 2 : 1;
    do ++bytes;
    while (!AtEnd() && (text.U8(bytes) & 0xC0) == 0x80);
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
    while (at.*given < from[i] && !at.AtEnd()) {
      Walk next = at;
      next.Next();
      if (next.*given > from[i]) break;  // inside the character
      at = next;
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
