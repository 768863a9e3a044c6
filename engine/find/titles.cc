#include "engine/find/titles.h"

#include "engine/format/order.h"
#include "engine/index/dictionary.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

// Compares the beginning of `text` with `prefix`: 0 if it begins with it.
int CompareBeginning(Bytes text, Bytes prefix) {
  return Compare(text.Sub(0, text.size() < prefix.size() ? text.size() : prefix.size()), prefix);
}

Bytes From(Bytes text, uint64_t at) { return at <= text.size() ? text.Sub(at, text.size() - at) : Bytes(); }

// Those of `within`, whose order is that of their bytes from `at` on, that begin with `rest` there.
Range NarrowIn(const Dictionary& titles, Range within, uint32_t at, Bytes rest) {
  const uint32_t begin = PartitionPoint(within.begin, within.end,
                                        [&](uint32_t i) { return CompareBeginning(From(titles[i], at), rest) < 0; });
  const uint32_t end =
      PartitionPoint(begin, within.end, [&](uint32_t i) { return CompareBeginning(From(titles[i], at), rest) <= 0; });
  return {begin, end};
}

}  // namespace

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

Range TitlesFrom(const OpenedIndex& index, Bytes prefix) {
  const Dictionary titles(index.title_words);
  return NarrowIn(titles, {0, titles.size()}, 0, prefix);
}

uint32_t NearTitles::Size() const { return Dictionary(index_.title_words).size(); }

Bytes NearTitles::Letter(uint32_t i, uint32_t at) const { return Dictionary(index_.title_words)[i].Sub(at, 1); }

Range NearTitles::Narrow(Range within, uint32_t at, Bytes rest) const {
  return NarrowIn(Dictionary(index_.title_words), within, at, rest);
}

Range NearTitles::Swapped(Range within, uint32_t at) const {
  if (at + 1 >= prefix_.size()) return {0, 0};
  const uint8_t swapped[2] = {prefix_.U8(at + 1), prefix_.U8(at)};
  return Narrow(Narrow(within, at, Bytes(swapped, 2)), at + 2, Rest(at + 2));
}

}  // namespace pith
