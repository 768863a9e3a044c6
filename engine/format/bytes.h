// The engine reads an index only through this file. Every access is checked against the bytes at hand, and a read
// outside them gives zeros, so no content of a file, not even one that changes while it is mapped, can send a read
// elsewhere.

#ifndef PITH_ENGINE_FORMAT_BYTES_H_
#define PITH_ENGINE_FORMAT_BYTES_H_

#include <cstdint>

#include "engine/format/inlining.h"

namespace pith {

#ifdef PITH_COUNT_WORK
// Only in the build that tests how much a call does: the operations so far, which are the checked reads of a file and
// the steps of those loops over work space that a file can make long.
inline uint64_t work_counted = 0;
inline void CountWork(uint64_t operations) { work_counted += operations; }
#else
inline void CountWork(uint64_t) {}
#endif

// A view of bytes owned by someone else. Loads are little-endian, at any alignment, O(1).
class Bytes {
 public:
  constexpr Bytes() = default;
  constexpr Bytes(const uint8_t* data, uint64_t size) : data_(data), size_(size) {}

  const uint8_t* data() const { return data_; }
  uint64_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // Whether [at, at + size) lies inside; cannot overflow.
  bool Has(uint64_t at, uint64_t size) const {
    CountWork(1);
    return size <= size_ && at <= size_ - size;
  }

  // The part [at, at + size), or nothing if it does not lie inside.
  Bytes Sub(uint64_t at, uint64_t size) const { return Has(at, size) ? Bytes(data_ + at, size) : Bytes(); }

  // Written out rather than as loops, so that compilers merge the bytes into one load where the machine allows it.
  // NOLINTBEGIN(clang-analyzer-core.NullDereference): only an empty view has no address, and nothing lies in it
  uint8_t U8(uint64_t at) const { return Has(at, 1) ? data_[at] : 0; }
  uint16_t U16(uint64_t at) const {
    if (!Has(at, 2)) return 0;
    return static_cast<uint16_t>(data_[at] | data_[at + 1] << 8);
  }
  uint32_t U32(uint64_t at) const { return Has(at, 4) ? Load4(data_ + at) : 0; }
  uint64_t U64(uint64_t at) const {
    return Has(at, 8) ? Load4(data_ + at) | static_cast<uint64_t>(Load4(data_ + at + 4)) << 32 : 0;
  }

  // `count` bits from bit `at` on (at most 64; a greater count gives the first 64). A byte's lowest bit is its first.
  // Bits outside are 0.
  uint64_t Bits(uint64_t at, uint32_t count) const {
    const uint64_t first = at >> 3;
    const uint32_t shift = at & 7;
    uint64_t value = Upto8(first) >> shift;
    if (shift != 0 && shift + count > 64) value |= uint64_t{U8(first + 8)} << (64 - shift);
    return count < 64 ? value & ((uint64_t{1} << count) - 1) : value;
  }

  // Like U64, but with fewer than eight bytes left it reads those and zeros.
  uint64_t Upto8(uint64_t at) const { return Has(at, 8) ? U64(at) : Rest(at); }

 private:
  PITH_NOINLINE uint64_t Rest(uint64_t at) const {
    uint64_t value = 0;
    for (uint32_t i = 0; i < 8; ++i) value |= uint64_t{U8(at + i)} << (8 * i);
    return value;
  }
  static uint32_t Load4(const uint8_t* p) {
    return static_cast<uint32_t>(p[0]) | static_cast<uint32_t>(p[1]) << 8 | static_cast<uint32_t>(p[2]) << 16 |
           static_cast<uint32_t>(p[3]) << 24;
  }
  // NOLINTEND(clang-analyzer-core.NullDereference)

  const uint8_t* data_ = nullptr;
  uint64_t size_ = 0;
};

// An array of fixed-size records. A Record states its size on disk, `kBytes`, and has `static Record Load(Bytes)`,
// which is given exactly that many bytes (or none, for a record outside the table: every field is then zero).
template <typename Record>
class Table {
 public:
  constexpr Table() = default;
  explicit Table(Bytes bytes) : bytes_(bytes), size_(static_cast<uint32_t>(bytes.size() / Record::kBytes)) {}

  uint32_t size() const { return size_; }
  Record operator[](uint64_t i) const {
    return Record::Load(i < size_ ? bytes_.Sub(i * Record::kBytes, Record::kBytes) : Bytes());
  }
  // Only the first field of record `i`, a u32, for searches through many records.
  uint32_t FirstField(uint64_t i) const { return bytes_.U32(i * Record::kBytes); }

 private:
  Bytes bytes_;
  uint32_t size_ = 0;
};

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_BYTES_H_
