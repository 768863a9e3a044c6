// Codes of varying length: a symbol that is common takes few bits. The lowest bit of a byte is its first.

#ifndef PITH_ENGINE_FORMAT_PREFIX_CODE_H_
#define PITH_ENGINE_FORMAT_PREFIX_CODE_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

// Reads bits one after the other; those outside the bytes are 0.
class BitReader {
 public:
  BitReader(Bytes bytes, uint64_t at) : bytes_(bytes), at_(at) {}
  // The next `count` bits, at most 32.
  uint32_t Take(uint32_t count) {
    const auto value = static_cast<uint32_t>(bytes_.Bits(at_, count));
    at_ += count;
    return value;
  }
  uint32_t Peek(uint32_t count) const { return static_cast<uint32_t>(bytes_.Bits(at_, count)); }
  void Skip(uint32_t count) { at_ += count; }
  uint64_t at() const { return at_; }

 private:
  Bytes bytes_;
  uint64_t at_;
};

// How many bits tell `count` numbers apart.
constexpr uint32_t BitsFor(uint32_t count) {
  uint32_t bits = 0;
  while (bits < 32 && uint64_t{1} << bits < count) ++bits;
  return bits;
}

inline constexpr uint32_t kMaxCodeBits = 15;
inline constexpr uint16_t kEscape = 0xFFFF;  // a symbol that has no code of its own follows, as plain bits

// A canonical prefix code (D. A. Huffman, 1952): the symbols in order of the lengths of their codes, and how many have
// codes of 1, 2, ... bits. Codes count upwards, in the same order, and their highest bit comes first.
template <uint32_t symbol_count>
struct PrefixCode {
  uint16_t symbols[symbol_count];
  uint16_t counts[kMaxCodeBits];

  // The next symbol; kEscape, and no bits are taken, if the bits are no code. O(bits of the code).
  uint16_t Read(BitReader* bits) const {
    const uint32_t ahead = bits->Peek(kMaxCodeBits);
    uint32_t code = 0, first = 0, before = 0;
    for (uint32_t length = 1; length <= kMaxCodeBits; ++length) {
      code = code << 1 | (ahead >> (length - 1) & 1);
      const uint32_t count = counts[length - 1];
      if (code - first < count) {
        bits->Skip(length);
        const uint32_t number = before + code - first;
        return number < symbol_count ? symbols[number] : kEscape;
      }
      before += count;
      first = (first + count) << 1;
    }
    return kEscape;
  }
};

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_PREFIX_CODE_H_
