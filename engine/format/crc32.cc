#include "engine/format/crc32.h"

namespace pith {
namespace {

// Half a byte per step: the table is a sixteenth of the usual one, for small machines.
struct NibbleTable {
  uint32_t entry[16] = {};
  constexpr NibbleTable() {
    for (uint32_t i = 0; i < 16; ++i) {
      uint32_t crc = i;
      for (int bit = 0; bit < 4; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
      entry[i] = crc;
    }
  }
};
constexpr NibbleTable kTable;

}  // namespace

uint32_t Crc32(Bytes bytes, uint32_t before) {
  uint32_t crc = ~before;
  const uint8_t* data = bytes.data();
  for (uint64_t i = 0; i < bytes.size(); ++i) {
    crc ^= data[i];
    crc = (crc >> 4) ^ kTable.entry[crc & 15];
    crc = (crc >> 4) ^ kTable.entry[crc & 15];
  }
  return ~crc;
}

uint32_t HeaderCrc32(Bytes header_and_table, uint64_t at) {
  static constexpr uint8_t kZero[4] = {};
  const uint32_t crc = Crc32(Bytes(kZero, sizeof kZero), Crc32(header_and_table.Sub(0, at)));
  const uint64_t behind = at + sizeof kZero;
  return behind < header_and_table.size() ? Crc32(header_and_table.Sub(behind, header_and_table.size() - behind), crc)
                                          : crc;
}

}  // namespace pith
