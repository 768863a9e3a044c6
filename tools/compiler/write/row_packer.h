// Packs records into as few bits as their greatest values need (engine/format/fields.h, PackedTable), row by row.

#ifndef PITH_TOOLS_COMPILER_WRITE_ROW_PACKER_H_
#define PITH_TOOLS_COMPILER_WRITE_ROW_PACKER_H_

#include <cstdint>
#include <string>

#include "engine/format/fields.h"

namespace pith::compiler {

// Every row is measured first, and then added in the same order. A row has a value for each field.
class RowPacker {
 public:
  explicit RowPacker(const FieldSizes& fields) : fields_(fields) {}

  void Measure(const uint64_t* row);

  // The table's first bytes, the widths of its fields. From here on they are settled.
  std::string Widths();
  // The bytes of the whole table if it has so many rows; 0 without rows.
  uint64_t TableBytes(uint64_t rows) const;

  // Appends the row's bits to `out`, as far as they fill bytes; Finish appends the rest.
  void Add(const uint64_t* row, std::string* out);
  void Finish(std::string* out);

 private:
  void Put(uint64_t value, uint32_t bits, std::string* out);

  const FieldSizes fields_;
  uint64_t most_[FieldSizes::kMost] = {};  // apart from "none"
  bool none_[FieldSizes::kMost] = {};      // whether "none", all ones, is among the values
  uint32_t bits_[FieldSizes::kMost] = {};
  uint32_t row_bits_ = 0;
  uint32_t held_ = 0, held_bits_ = 0;  // of a byte that is not full
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_ROW_PACKER_H_
