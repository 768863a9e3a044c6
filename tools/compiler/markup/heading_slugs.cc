#include "tools/compiler/markup/heading_slugs.h"

#include <utf8proc.h>

#include <cstdint>

#include "absl/strings/str_cat.h"

namespace pith::compiler {
namespace {

// Letters, marks, numbers and what joins words.
bool IsKept(int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_PC) || code == '-';
}

std::string Slug(absl::string_view heading) {
  std::string slug;
  for (size_t at = 0; at < heading.size();) {
    int32_t code = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(heading.data()) + at,
                                                   static_cast<utf8proc_ssize_t>(heading.size() - at), &code);
    at += size > 0 ? static_cast<size_t>(size) : 1;
    if (size <= 0) continue;
    if (code == ' ') code = '-';
    utf8proc_uint8_t bytes[4];
    if (!IsKept(code)) continue;
    const utf8proc_ssize_t written = utf8proc_encode_char(utf8proc_tolower(code), bytes);
    slug.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(written));
  }
  return slug;
}

}  // namespace

std::string HeadingSlugs::Next(absl::string_view heading) {
  const std::string slug = Slug(heading);
  std::string anchor = slug;
  size_t& wanted = taken_[slug];  // stays where it is when others are added
  while (wanted++ > 0 && !taken_.emplace(anchor = absl::StrCat(slug, "-", wanted - 1), 1).second) continue;
  return anchor;
}

}  // namespace pith::compiler
