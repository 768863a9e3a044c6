#include "engine/index/dictionary.h"

#include "engine/format/order.h"

namespace pith {
namespace {

// Compares the bytes of `text` from `at` on, as many as `rest` has, with `rest`: 0 if it goes on with it.
int CompareFrom(Bytes text, uint64_t at, Bytes rest) {
  if (at > text.size()) return Compare(Bytes(), rest);
  const uint64_t left = text.size() - at;
  return Compare(text.Sub(at, left < rest.size() ? left : rest.size()), rest);
}

}  // namespace

Dictionary::Dictionary(Bytes section) {
  const uint32_t strings = section.U32(0), table = section.U32(4);
  PackedTable<NumberRecord> begins;
  if (strings >= section.size() || !OpenPacked(section.Sub(kHeadBytes, table), &begins)) return;
  if (begins.size() != uint64_t{strings} + 1) return;
  begins_ = begins;
  const uint64_t at = uint64_t{kHeadBytes} + table;
  strings_ = section.Sub(at, section.size() - at);
  size_ = strings;
}

Range Dictionary::Narrow(Range within, uint32_t at, Bytes rest) const {
  const uint32_t begin =
      PartitionPoint(within.begin, within.end, [&](uint32_t i) { return CompareFrom((*this)[i], at, rest) < 0; });
  return {begin, PartitionPoint(begin, within.end, [&](uint32_t i) { return CompareFrom((*this)[i], at, rest) == 0; })};
}

bool Dictionary::IsWhole(bool distinct) const {
  if (begins_.size() != uint64_t{size_} + 1 || begins_[0].number != 0 || begins_[size_].number != strings_.size())
    return false;
  for (uint32_t i = 1; i <= size_; ++i) {
    if (begins_[i - 1].number > begins_[i].number) return false;
    if (i == size_) break;
    const int order = Compare((*this)[i - 1], (*this)[i]);
    if (order > 0 || (order == 0 && distinct)) return false;
  }
  return true;
}

}  // namespace pith
