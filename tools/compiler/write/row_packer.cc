#include "tools/compiler/write/row_packer.h"

#include <algorithm>

namespace pith::compiler {
namespace {

uint32_t BitsOf(uint64_t value) {
  uint32_t bits = 0;
  for (; value != 0; value >>= 1) ++bits;
  return bits;
}

uint64_t AllOnes(uint32_t bytes) { return bytes == 8 ? ~uint64_t{0} : (uint64_t{1} << (8 * bytes)) - 1; }

}  // namespace

void RowPacker::Measure(const uint64_t* row) {
  for (uint32_t f = 0; f < fields_.count; ++f) {
    if (row[f] == AllOnes(fields_.bytes[f])) {
      none_[f] = true;
    } else {
      most_[f] = std::max(most_[f], row[f]);
    }
  }
}

std::string RowPacker::Widths() {
  row_bits_ = 0;
  for (uint32_t f = 0; f < fields_.count; ++f) row_bits_ += bits_[f] = BitsOf(none_[f] ? most_[f] + 1 : most_[f]);
  if (row_bits_ == 0) row_bits_ = bits_[0] = 1;  // so that a table's size limits its count
  std::string out;
  for (uint32_t f = 0; f < fields_.count; ++f) out += static_cast<char>(bits_[f] | (none_[f] ? 0x80 : 0));
  return out;
}

uint64_t RowPacker::TableBytes(uint64_t rows) const {
  return rows == 0 ? 0 : fields_.count + (rows * row_bits_ + 7) / 8;
}

void RowPacker::Put(uint64_t value, uint32_t bits, std::string* out) {
  while (bits != 0) {
    const uint32_t taken = std::min(8 - held_bits_, bits);
    held_ |= static_cast<uint32_t>(value & ((1u << taken) - 1)) << held_bits_;
    held_bits_ += taken;
    value >>= taken;
    bits -= taken;
    if (held_bits_ == 8) Finish(out);
  }
}

void RowPacker::Add(const uint64_t* row, std::string* out) {
  for (uint32_t f = 0; f < fields_.count; ++f) {
    Put(none_[f] ? (row[f] + 1) & AllOnes(fields_.bytes[f]) : row[f], bits_[f], out);
  }
}

void RowPacker::Finish(std::string* out) {
  if (held_bits_ != 0) *out += static_cast<char>(held_);
  held_ = held_bits_ = 0;
}

}  // namespace pith::compiler
