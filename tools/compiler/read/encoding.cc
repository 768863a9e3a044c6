#include "tools/compiler/read/encoding.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/format/bytes.h"
#include "engine/language/fold.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

// windows-1252 where it differs from Latin-1; 0 if it has no character there.
constexpr uint16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool LooksBinary(absl::string_view bytes) {
  const auto control = [](char c) {
    const uint8_t b = static_cast<uint8_t>(c);
    return (b < 0x20 && !(b >= '\t' && b <= '\r')) || b == 0x7F;
  };
  return static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), control)) * 32 > bytes.size();
}

// Appends one code point as UTF-8; U+FFFD for a lone surrogate.
void AppendUtf8(uint32_t code, std::string* out) {
  char bytes[4];
  if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
  out->append(bytes, EncodeUtf8(code, bytes));
}

absl::StatusOr<std::string> FromUtf16(absl::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return absl::InvalidArgumentError("UTF-16 text ends in the middle of a character");
  const auto unit = [&](size_t i) {
    const uint8_t a = static_cast<uint8_t>(bytes[i]), b = static_cast<uint8_t>(bytes[i + 1]);
    return static_cast<uint32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::string out;
  out.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size(); i += 2) {
    uint32_t code = unit(i);
    if (code >= 0xD800 && code < 0xDC00 && i + 2 < bytes.size()) {
      const uint32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    AppendUtf8(code, &out);
  }
  return out;
}

bool IsUtf8(absl::string_view text, uint64_t* bad_at) {
  return IsValidUtf8(Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()), bad_at);
}

}  // namespace

absl::Status CheckText(absl::string_view text) {
  uint64_t bad_at = 0;
  if (!IsUtf8(text, &bad_at)) {
    return AtByte(absl::InvalidArgumentError(absl::StrCat("not UTF-8 at byte ", bad_at, " (--encoding auto may help)")),
                  bad_at);
  }
  const size_t nul = text.find('\0');
  if (nul != absl::string_view::npos) {
    return AtByte(absl::InvalidArgumentError(absl::StrCat("a NUL byte at byte ", nul, ": not text")), nul);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> ConvertToUtf8(absl::string_view bytes) {
  std::string out;
  uint64_t bad_at = 0;
  if (absl::StartsWith(bytes, "\xFF\xFE") || absl::StartsWith(bytes, "\xFE\xFF")) {
    absl::StatusOr<std::string> converted = FromUtf16(bytes.substr(2), bytes[0] == '\xFE');
    if (!converted.ok()) return converted.status();
    out = *std::move(converted);
  } else if (IsUtf8(bytes, &bad_at)) {
    out = std::string(bytes);
  } else {
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
      const uint8_t b = static_cast<uint8_t>(c);
      AppendUtf8(b < 0x80 || b >= 0xA0 ? b : (kWindows1252[b - 0x80] != 0 ? kWindows1252[b - 0x80] : 0xFFFD), &out);
    }
  }
  if (LooksBinary(out)) return absl::InvalidArgumentError("binary, not text");
  return out;
}

}  // namespace pith::compiler
