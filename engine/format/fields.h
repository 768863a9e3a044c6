// How records store their fields: one after the other in whole bytes, or packed to the bits that a table needs.

#ifndef PITH_ENGINE_FORMAT_FIELDS_H_
#define PITH_ENGINE_FORMAT_FIELDS_H_

#include <cstddef>
#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/inlining.h"
#include "engine/format/order.h"

namespace pith {

// The width of a field in a packed table.
struct FieldWidth {
  uint32_t bits;  // 0..64
  uint32_t less;  // how much the stored number exceeds the value: 0 or 1
  explicit FieldWidth(uint8_t byte) : bits(byte & 0x7F), less(byte >> 7) {}
  // The value of the field whose lowest bit is that of `row`, and the fields behind it.
  uint64_t Of(uint64_t row) const { return (bits < 64 ? row & ((uint64_t{1} << bits) - 1) : row) - less; }
  uint64_t Behind(uint64_t row) const { return bits < 64 ? row >> bits : 0; }
};

// A cursor that reads the fields of a record in order, so a record's Load is its layout: in whole bytes in sections, in
// bits in a part's tables (PackedTable).
class Fields {
 public:
  explicit Fields(Bytes bytes) : bytes_(bytes) {}
  uint8_t U8() { return bytes_.U8(Step(1)); }
  uint16_t U16() { return bytes_.U16(Step(2)); }
  uint32_t U24() {
    const uint64_t at = Step(3);
    return bytes_.U16(at) | uint32_t{bytes_.U8(at + 2)} << 16;
  }
  uint32_t U32() { return bytes_.U32(Step(4)); }
  uint64_t U64() { return bytes_.U64(Step(8)); }

 private:
  uint64_t Step(uint32_t n) { return (at_ += n) - n; }
  Bytes bytes_;
  uint64_t at_ = 0;
};

// The same cursor for a record that begins at bit `at` of `rows`; each byte of `widths` gives the width of one field.
// Next() is inlined so unused fields are optimized away. Inlining Bits() too made calls slower.
class PackedFields {
 public:
  PackedFields(Bytes rows, const uint8_t* widths, uint64_t at) : rows_(rows), widths_(widths), at_(at) {}
  uint8_t U8() { return static_cast<uint8_t>(Next()); }
  uint16_t U16() { return static_cast<uint16_t>(Next()); }
  uint32_t U24() { return static_cast<uint32_t>(Next()); }
  uint32_t U32() { return static_cast<uint32_t>(Next()); }
  uint64_t U64() { return Next(); }

 private:
  PITH_ALWAYS_INLINE uint64_t Next() {
    const FieldWidth width(*widths_++);
    const uint64_t at = at_;
    at_ += width.bits;
    return rows_.Bits(at, width.bits) - width.less;
  }
  const Bytes rows_;
  const uint8_t* widths_;
  uint64_t at_;
};

// The sizes of a record's fields, in the order in which its Load reads them. Load itself reports them, so they are
// stated nowhere else.
struct FieldSizes {
  static constexpr uint32_t kMost = 19;
  uint8_t bytes[kMost] = {};
  uint8_t count = 0;  // 0: not a record, a table of bytes

  constexpr uint32_t total() const {
    uint32_t sum = 0;
    for (const uint8_t size : bytes) sum += size;
    return sum;
  }
};

// A cursor that reads nothing and notes the size of each field it is asked for.
class FieldNotes {
 public:
  explicit constexpr FieldNotes(FieldSizes* sizes) : sizes_(sizes) {}
  constexpr uint8_t U8() { return Note(1); }
  constexpr uint16_t U16() { return Note(2); }
  constexpr uint32_t U24() { return Note(3); }
  constexpr uint32_t U32() { return Note(4); }
  constexpr uint64_t U64() { return Note(8); }

 private:
  constexpr uint8_t Note(uint8_t size) {
    sizes_->bytes[sizes_->count++] = size;
    return 0;
  }
  FieldSizes* sizes_;
};

template <typename Record>
constexpr FieldSizes SizesOf() {
  FieldSizes sizes;
  Record::Load(FieldNotes(&sizes));
  return sizes;
}

// The sum of eight widths, a byte each, which are at most 64.
inline uint32_t SumOfWidths(uint64_t widths) {
  constexpr uint64_t kEven = 0x00FF00FF00FF00FF;
  widths &= 0x7F7F7F7F7F7F7F7F;
  widths = (widths & kEven) + (widths >> 8 & kEven);
  return static_cast<uint32_t>((widths * 0x0001000100010001) >> 48);
}

// The bits in a row of `fields` fields whose widths begin at byte `at` of `bytes`; 0 if a field is wider than 64.
uint32_t RowBits(Bytes bytes, uint64_t at, uint32_t fields);

// Where a table lies in its part.
struct TablePlace {
  uint64_t offset, size;  // bytes
  uint32_t count;         // records
  uint32_t fields;        // of a record; 0: a table of bytes
  uint32_t row_bits;      // of a record
};

// An array of records in which each field takes only as many bits as the greatest value in the table needs:
//
//   table     := u8 width * fields, row*         nothing at all where there are no records
//
// The lower seven bits of a width are the number of bits. If the eighth is set, the stored number is one more than the
// value, wrapping around in the field's own size, so kNone is stored as 0. Rows follow one another without a gap, the
// lowest bit of a byte first; the rest of the last byte is zero.
template <typename Record>
class PackedTable {
 public:
  static constexpr uint32_t kFields = SizesOf<Record>().count;

  PackedTable() = default;
  // `bytes`: those of the table, or nothing.
  PackedTable(Bytes bytes, uint32_t size, uint32_t row_bits) {
    if (size == 0 || bytes.size() < kFields) return;
    rows_ = bytes.data() + kFields;
    row_bytes_ = static_cast<size_t>(bytes.size() - kFields);
    size_ = size;
    row_bits_ = row_bits;
  }

  uint32_t size() const { return size_; }
  // The byte of the table in which record `i` begins.
  uint64_t ByteOf(uint64_t i) const { return kFields + i * row_bits_ / 8; }
  // Every field of a record outside the table is zero.
  Record operator[](uint64_t i) const {
    static constexpr uint8_t kNoWidths[kFields] = {};
    const bool inside = i < size_;
    return Record::Load(PackedFields(rows(), inside ? widths() : kNoWidths, inside ? i * row_bits_ : 0));
  }

  // Record `i` as one number, its first field lowest, for tables whose rows have at most 64 bits. O(1), and much
  // quicker than operator[] where many records are read and their fields' widths are kept in registers.
  uint64_t RowAt(uint64_t i) const { return i < size_ ? rows().Bits(i * row_bits_, row_bits_) : 0; }
  FieldWidth WidthOf(uint32_t field) const {
    return FieldWidth(rows_ != nullptr && field < kFields ? widths()[field] : uint8_t{0});
  }

  // Only the first field of record `i`, for searches through many records.
  uint64_t FirstField(uint64_t i) const { return Field(i, 0); }
  // Only field `field` of the first eight, several times quicker than operator[]. The caller cuts it to its own size.
  uint64_t Field(uint64_t i, uint32_t field) const {
    if (i >= size_) return 0;
    const FieldWidth width(widths()[field]);
    uint64_t at = i * row_bits_;
    if constexpr (kFields >= 8) {
      at += SumOfWidths(Bytes(widths(), kFields).Upto8(0) & ((uint64_t{1} << (8 * field)) - 1));
    } else {
      for (uint32_t f = 0; f < field; ++f) at += FieldWidth(widths()[f]).bits;
    }
    return rows().Bits(at, width.bits) - width.less;
  }

 private:
  Bytes rows() const { return Bytes(rows_, row_bytes_); }
  const uint8_t* widths() const { return rows_ - kFields; }  // if there are records

  // In as few bytes as the machine allows: a part has two dozen tables, on the stack.
  const uint8_t* rows_ = nullptr;
  size_t row_bytes_ = 0;
  uint32_t size_ = 0, row_bits_ = 0;
};

// The table of a section: u32 records, then the table. `count` is 0, and nothing else is set, if the section's length
// does not match that number, or a field is wider than in memory.
struct PackedSection {
  Bytes table;
  uint32_t count = 0, row_bits = 0;
  PackedSection(Bytes section, const FieldSizes& sizes);
};

// Opens a table that is a section of its own. False if it is none; an empty section is an empty table.
template <typename Record>
bool OpenPacked(Bytes section, PackedTable<Record>* out) {
  static constexpr FieldSizes kSizes = SizesOf<Record>();
  const PackedSection packed(section, kSizes);
  *out = PackedTable<Record>(packed.table, packed.count, packed.row_bits);
  return packed.count != 0 || section.empty();
}

// The first record whose first field is not below `key`, or the table's size if there is none. The table must be in
// order of its first field. O(log records).
template <typename Records>
uint32_t LowerBound(const Records& table, uint64_t key) {
  return PartitionPoint(0, table.size(), [&](uint32_t i) { return table.FirstField(i) < key; });
}

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_FIELDS_H_
