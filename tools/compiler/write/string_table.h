// The strings of a part. Each is stored once, and those that stand in the article's text not at all.

#ifndef PITH_TOOLS_COMPILER_WRITE_STRING_TABLE_H_
#define PITH_TOOLS_COMPILER_WRITE_STRING_TABLE_H_

#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {

class StringTable {
 public:
  // `text`, the article's, must outlive the table.
  explicit StringTable(absl::string_view text) : text_(text) {}

  // The string's number. It is looked for in the text from `near` on, then in the text's first kSearchBytes: a book's
  // worth of strings must not each be sought in a book.
  uint32_t Add(absl::string_view string, uint32_t near = 0);
  // The same, kNone for an empty string.
  uint32_t AddOrNone(absl::string_view string, uint32_t near = 0);

  const std::string& pool() const { return pool_; }
  const std::string& records() const { return records_.bytes(); }  // kStrings

 private:
  static constexpr uint32_t kSearchBytes = 65536;

  absl::string_view text_;
  std::string pool_;
  ByteWriter records_;
  absl::flat_hash_map<std::string, uint32_t> numbers_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_STRING_TABLE_H_
