#include "engine/find/titles.h"

#include "engine/format/order.h"
#include "engine/index/members.h"
#include "engine/language/fold.h"

namespace pith {

FoldedTitle::FoldedTitle(const Language& language, Bytes title) {
  bool gap = false;
  for (uint64_t at = 0; at < title.size();) {
    const uint32_t code = DecodeUtf8(title, &at);
    if (language.ClassOf(code) == CharClass::kSpace) {
      gap = size_ != 0;
      continue;
    }
    char folded[4];
    const uint32_t bytes = FoldCodePoint(language, code, folded), space = gap ? 1 : 0;
    if (bytes + space > kMaxTitleBytes - size_) return;
    if (gap) bytes_[size_++] = ' ';
    gap = false;
    for (uint32_t i = 0; i < bytes; ++i) bytes_[size_++] = static_cast<uint8_t>(folded[i]);
  }
}

Bytes TitleOf(const Part& part, uint32_t alias) {
  if (alias == 0) return part.StringBytes(part.head[0].title);
  const Range aliases = part.PropertiesOf(PropertyKind::kAlias);
  return alias > aliases.size() ? Bytes() : part.StringBytes(part.properties[aliases.begin + alias - 1].string);
}

Titles::Titles(const OpenedIndex& index) {
  const Members members(index);
  members_ = members.count();
  for (uint32_t m = 0; m < members_; ++m) words_[m] = Dictionary(members[m].title_words);
}

Titles::Some Titles::All() const {
  Some all = {};
  for (uint32_t m = 0; m < members_; ++m) all.of[m].end = words_[m].size();
  return all;
}

Titles::Some Titles::Narrow(const Some& within, uint32_t at, Bytes rest) const {
  Some narrow = {};
  for (uint32_t m = 0; m < members_; ++m) narrow.of[m] = words_[m].Narrow(within.of[m], at, rest);
  return narrow;
}

Titles::Some Titles::LongerThan(const Some& within, uint32_t at) const {
  Some longer = within;
  for (uint32_t m = 0; m < members_; ++m) {
    Range& range = longer.of[m];
    range.begin = PartitionPoint(range.begin, range.end, [&](uint32_t i) { return words_[m][i].size() <= at; });
  }
  return longer;
}

uint32_t Titles::First(const Some& some) const {
  uint32_t first = kNone;
  for (uint32_t m = 0; m < members_; ++m) {
    if (some.of[m].size() != 0 && (first == kNone || Compare(At(some, m), At(some, first)) < 0)) first = m;
  }
  return first;
}

Titles::Some NearTitles::Swapped(const Titles::Some& within, uint32_t at) const {
  if (at + 1 >= prefix_.size()) return {};
  const uint8_t swapped[2] = {prefix_.U8(at + 1), prefix_.U8(at)};
  return titles_.Narrow(titles_.Narrow(within, at, Bytes(swapped, 2)), at + 2, Rest(at + 2));
}

}  // namespace pith
