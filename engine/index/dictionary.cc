#include "engine/index/dictionary.h"

#include "engine/format/order.h"
#include "engine/index/index.h"

namespace pith {
namespace {

// Whether `text` begins with `prefix`.
bool BeginsWith(Bytes text, Bytes prefix) { return Compare(text.Sub(0, prefix.size()), prefix) == 0; }

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

uint32_t Dictionary::LowerBound(Bytes key) const {
  return PartitionPoint(0, size_, [&](uint32_t i) { return Compare((*this)[i], key) < 0; });
}

uint32_t Dictionary::EndOf(uint32_t begin, Bytes prefix) const {
  return PartitionPoint(begin, size_, [&](uint32_t i) { return BeginsWith((*this)[i], prefix); });
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
