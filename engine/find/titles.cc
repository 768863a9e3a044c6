#include "engine/find/titles.h"

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

Range NearTitles::Swapped(Range within, uint32_t at) const {
  if (at + 1 >= prefix_.size()) return {0, 0};
  const uint8_t swapped[2] = {prefix_.U8(at + 1), prefix_.U8(at)};
  return titles_.Narrow(titles_.Narrow(within, at, Bytes(swapped, 2)), at + 2, Rest(at + 2));
}

}  // namespace pith
