#include "engine/language/other_forms.h"

namespace pith {
namespace {

bool IsPartByte(uint8_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80; }

}  // namespace

WordParts::WordParts(Bytes folded) {
  const uint8_t first = folded.U8(0);
  if (first >= '0' && first <= '9') return;  // "1.5", "10:30"
  bool acronym = true;
  uint32_t letters = 0;
  uint64_t begin = 0;
  for (uint64_t at = 0; at <= folded.size(); ++at) {
    if (at < folded.size() && IsPartByte(folded.U8(at))) continue;
    const uint64_t size = at - begin;
    if (size > 1 && size < folded.size() && count_ < kMaxWordParts) parts_[count_++] = folded.Sub(begin, size);
    if (size == 1 && letters < kMaxWordBytes) acronym_[letters++] = folded.U8(begin);
    acronym &= size <= 1 && (at == folded.size() || folded.U8(at) == '.');
    begin = at + 1;
  }
  // One letter with its period is an initial, and the part before a final period is an abbreviation.
  if (count_ == 1 && IsPartByte(first)) count_ = 0;
  if (acronym && letters > 1) {
    parts_[0] = Bytes(acronym_, letters);
    count_ = 1;
  }
}

bool JoinedWord::Add(Bytes folded) {
  if (folded.size() > kMaxWordBytes - size_) return false;
  for (uint64_t i = 0; i < folded.size(); ++i) bytes_[size_++] = folded.U8(i);
  return true;
}

}  // namespace pith
