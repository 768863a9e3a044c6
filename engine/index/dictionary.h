// A list of strings in order of their bytes, read in place: the words of an index (SPEL) and its titles (TITN).
//
//   dictionary := u32 strings, u32 bytes of the table, a packed table of NumberRecord: where each string begins in the
//                 bytes behind the table, and one more: where the last ends; then those bytes

#ifndef PITH_ENGINE_INDEX_DICTIONARY_H_
#define PITH_ENGINE_INDEX_DICTIONARY_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/records.h"
#include "engine/index/index.h"

namespace pith {

class Dictionary {
 public:
  static constexpr uint32_t kHeadBytes = 8;

  Dictionary() = default;
  // A section that is not one reads as an empty list. O(1).
  explicit Dictionary(Bytes section);

  uint32_t size() const { return size_; }
  // String `i`; empty outside. O(1).
  Bytes operator[](uint32_t i) const {
    const uint32_t begin = begins_[i].number, end = begins_[uint64_t{i} + 1].number;
    return i < size_ && begin <= end ? strings_.Sub(begin, end - begin) : Bytes();
  }
  // Those of the strings `within`, which agree before byte `at`, that go on with `rest` there. The strings must be in
  // order. O(log strings).
  Range Narrow(Range within, uint32_t at, Bytes rest) const;
  // Those that begin with `prefix`.
  Range BeginningWith(Bytes prefix) const { return Narrow({0, size_}, 0, prefix); }

  // Whether the section is one, and the strings lie one after the other up to the section's end, in order, each once if
  // `distinct`.
  bool IsWhole(bool distinct) const;

 private:
  PackedTable<NumberRecord> begins_;
  Bytes strings_;
  uint32_t size_ = 0;
};

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_DICTIONARY_H_
