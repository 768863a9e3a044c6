#include "engine/language/fold.h"

#include <cstring>

namespace pith {
namespace {

// The size in bytes of the UTF-8 sequence at `at`, and its code point; 0 if there is none.
uint32_t Sequence(Bytes text, uint64_t at, uint32_t* code_point) {
  const uint8_t lead = text.U8(at);
  if (lead < 0x80) {
    *code_point = lead;
    return text.Has(at, 1) ? 1 : 0;
  }
  uint32_t size, least, code;
  if (lead >= 0xC2 && lead < 0xE0) {
    size = 2, least = 0x80, code = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    size = 3, least = 0x800, code = lead & 0x0Fu;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    size = 4, least = 0x10000, code = lead & 0x07u;
  } else {
    return 0;
  }
  if (!text.Has(at, size)) return 0;
  for (uint32_t i = 1; i < size; ++i) {
    const uint8_t next = text.U8(at + i);
    if ((next & 0xC0u) != 0x80) return 0;
    code = code << 6 | (next & 0x3Fu);
  }
  if (code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
  *code_point = code;
  return size;
}

}  // namespace

uint32_t DecodeUtf8(Bytes text, uint64_t* at) {
  if (*at >= text.size()) return 0;
  uint32_t code_point = kReplacementCharacter;
  const uint32_t size = Sequence(text, *at, &code_point);
  *at += size != 0 ? size : 1;
  return code_point;
}

uint32_t EncodeUtf8(uint32_t code_point, char* out) {
  if (code_point < 0x80) {
    out[0] = static_cast<char>(code_point);
    return 1;
  }
  const uint32_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  for (uint32_t i = size - 1; i > 0; --i, code_point >>= 6) out[i] = static_cast<char>(0x80 | (code_point & 0x3F));
  out[0] = static_cast<char>((0xF00u >> size & 0xF0u) | code_point);
  return size;
}

bool IsValidUtf8(Bytes text, uint64_t* bad_at) {
  uint32_t code_point = 0;
  for (uint64_t at = 0; at < text.size();) {
    const uint32_t size = Sequence(text, at, &code_point);
    if (size == 0) {
      if (bad_at != nullptr) *bad_at = at;
      return false;
    }
    at += size;
  }
  return true;
}

uint32_t FoldCodePoint(const Language& language, uint32_t code_point, char* out) {
  const uint16_t entry = language.FoldEntry(code_point);
  if (entry == Language::kFoldNothing) return 0;
  if (entry < Language::kFoldString) return EncodeUtf8(entry == 0 ? code_point : entry, out);
  const Bytes string = language.FoldString(uint32_t{entry} - Language::kFoldString);
  if (!string.empty()) memcpy(out, string.data(), string.size());
  return static_cast<uint32_t>(string.size());
}

uint32_t FoldWord(const Language& language, Bytes text, char* out, uint32_t capacity) {
  if (capacity > kMaxWordBytes) capacity = kMaxWordBytes;
  uint32_t size = 0;
  for (uint64_t at = 0; at < text.size() && at < kMaxFoldedBytes;) {
    const uint8_t byte = text.U8(at);
    if (Language::IsPlain(byte)) {  // by far the most common case
      if (size == capacity) break;
      out[size++] = static_cast<char>(byte);
      ++at;
      continue;
    }
    char folded[4];
    const uint32_t bytes = FoldCodePoint(language, DecodeUtf8(text, &at), folded);
    if (bytes > capacity - size) break;
    memcpy(out + size, folded, bytes);
    size += bytes;
  }
  return size;
}

}  // namespace pith
