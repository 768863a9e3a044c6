#include "tools/compiler/markup/clean_text.h"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>

#include "absl/strings/ascii.h"

namespace pith::compiler {
namespace {

constexpr int32_t kSoftHyphen = 0xAD, kByteOrderMark = 0xFEFF, kWordJoiner = 0x2060;

bool IsUnseen(int32_t code) {
  if (code == '\n' || code == '\t') return false;
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == kSoftHyphen || code == kByteOrderMark ||
         code == kWordJoiner || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E);
}

bool IsSpace(int32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '\f' || code == '\v' ||
         utf8proc_category(code) == UTF8PROC_CATEGORY_ZS || code == 0x2028 || code == 0x2029;
}

std::string Composed(std::string text) {
  bool ascii = true;
  for (const char c : text) ascii &= static_cast<uint8_t>(c) < 0x80;
  if (ascii) return text;
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return text;
  text.assign(reinterpret_cast<const char*>(composed), static_cast<size_t>(size));
  std::free(composed);
  return text;
}

// Calls `use` with each code point and its bytes.
template <typename Use>
void ForEachCharacter(absl::string_view text, Use use) {
  for (size_t at = 0; at < text.size();) {
    int32_t code = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                                   static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    const size_t step = size > 0 ? static_cast<size_t>(size) : 1;
    if (size > 0) use(code, text.substr(at, step));
    at += step;
  }
}

}  // namespace

std::string CleanLine(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  ForEachCharacter(text, [&](int32_t code, absl::string_view bytes) {
    if (IsSpace(code)) {
      space = !out.empty();
    } else if (!IsUnseen(code)) {
      if (space) out += ' ';
      space = false;
      out.append(bytes.data(), bytes.size());
    }
  });
  return Composed(std::move(out));
}

std::string CleanLines(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  ForEachCharacter(text, [&](int32_t code, absl::string_view bytes) {
    if (!IsUnseen(code)) out.append(bytes.data(), bytes.size());
  });
  size_t first = 0;
  for (size_t i = 0; i < out.size() && absl::ascii_isspace(static_cast<unsigned char>(out[i])); ++i) {
    if (out[i] == '\n') first = i + 1;
  }
  return Composed(std::string(absl::StripTrailingAsciiWhitespace(absl::string_view(out).substr(first))));
}

}  // namespace pith::compiler
