#include "tools/language/unicode.h"

#include <utf8proc.h>

#include <cstdint>
#include <map>
#include <vector>

#include "engine/language/fold.h"
#include "engine/language/language.h"
#include "tools/compiler/byte_writer.h"

namespace pith::model {
namespace {

using compiler::ByteWriter;

constexpr uint32_t kBlock = 64;
constexpr uint32_t kFoldLimit = 0x10000, kCharLimit = 0x20000;

bool In(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

// Letters that Unicode does not decompose, and signs that have an ASCII twin.
const std::map<uint32_t, std::string>& Exceptions() {
  static const auto* exceptions = new std::map<uint32_t, std::string>{
      {0xD8, "o"},   {0xF8, "o"},    {0x110, "d"},   {0x111, "d"},   {0xD0, "d"},     {0xF0, "d"},    {0xDE, "th"},
      {0xFE, "th"},  {0xC6, "ae"},   {0xE6, "ae"},   {0x152, "oe"},  {0x153, "oe"},   {0x141, "l"},   {0x142, "l"},
      {0x126, "h"},  {0x127, "h"},   {0x131, "i"},   {0x130, "i"},   {0x166, "t"},    {0x167, "t"},   {0x14A, "n"},
      {0x14B, "n"},  {0x259, "e"},   {0x18F, "e"},   {0x60, "'"},    {0xB4, "'"},     {0x2018, "'"},  {0x2019, "'"},
      {0x201A, "'"}, {0x201B, "'"},  {0x2032, "'"},  {0x2035, "'"},  {0x2BB, "'"},    {0x2BC, "'"},   {0x2BD, "'"},
      {0x2B9, "'"},  {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x201F, "\""},  {0x2033, "\""}, {0x2036, "\""},
      {0xAB, "\""},  {0xBB, "\""},   {0x2039, "'"},  {0x203A, "'"},  {0x2026, "..."}, {0x2212, "-"},  {0x2010, "-"},
      {0x2011, "-"}, {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},  {0x2015, "-"},   {0xFE58, "-"},  {0xFE63, "-"},
      {0xFF0D, "-"}, {0x2044, "/"},  {0xA0, " "},    {0x202F, " "},
  };
  return *exceptions;
}

bool IsAlphabetic(uint32_t c) {  // Latin, Greek, Cyrillic, letter-like and full-width forms, superscripts, fractions
  return In(c, 0x20, 0x52F) || In(c, 0x1C80, 0x1C8F) || In(c, 0x1D00, 0x1FFF) || In(c, 0x2070, 0x218F) ||
         In(c, 0x2C60, 0x2C7F) || In(c, 0x2DE0, 0x2DFF) || In(c, 0xA640, 0xA69F) || In(c, 0xA720, 0xA7FF) ||
         In(c, 0xFB00, 0xFB06) || In(c, 0xFF01, 0xFF9F);
}

// The folded form of one code point.
std::string Folded(uint32_t c) {
  const auto exception = Exceptions().find(c);
  if (exception != Exceptions().end()) return exception->second;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category == UTF8PROC_CATEGORY_CF || In(c, 0x300, 0x36F) || In(c, 0xFE00, 0xFE0F)) return "";
  std::string out;
  char bytes[4];
  const auto add = [&out, &bytes](uint32_t code) { out.append(bytes, EncodeUtf8(code, bytes)); };
  if (IsAlphabetic(c)) {
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_COMPOSE);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32, options, &boundary);
    for (int i = 0; i < count; ++i) {
      const auto again = Exceptions().find(static_cast<uint32_t>(parts[i]));
      if (again != Exceptions().end()) {
        out += again->second;
      } else {
        add(static_cast<uint32_t>(parts[i]));
      }
    }
    if (!out.empty() && out.size() <= 4) return out;
    out.clear();
  }
  add(static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  return out;
}

CharClass ClassOf(uint32_t c) {
  if (In(c, 0x2B9, 0x2BD)) return CharClass::kSymbol;  // modifier letters that stand for an apostrophe
  if (In(c, 0x1F3FB, 0x1F3FF) || In(c, 0xFE00, 0xFE0F) || c == 0x20E3) return CharClass::kJoiner;
  if (In(c, 0x1F000, 0x1FAFF) || In(c, 0x2600, 0x27BF) || In(c, 0x2B00, 0x2BFF) || In(c, 0x2300, 0x23FF)) {
    return CharClass::kEmoji;
  }
  if (In(c, 0x3400, 0x4DBF) || In(c, 0x4E00, 0x9FFF) || In(c, 0xF900, 0xFAFF) || In(c, 0x3041, 0x3096) ||
      In(c, 0x30A1, 0x30FA) || In(c, 0x30FC, 0x30FE) || In(c, 0x309D, 0x309E) || In(c, 0x31F0, 0x31FF) ||
      In(c, 0x3005, 0x3007) || In(c, 0xFF66, 0xFF9F)) {
    return CharClass::kIdeograph;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::kUpper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharClass::kLetter;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::kDigit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return CharClass::kSpace;
    case UTF8PROC_CATEGORY_CF:
      return CharClass::kJoiner;
    case UTF8PROC_CATEGORY_SC:
      return CharClass::kCurrency;
    default:
      return CharClass::kSymbol;
  }
}

// Numbers blocks so that equal ones are stored once.
class Blocks {
 public:
  uint32_t Add(const std::string& block) {
    const auto [entry, is_new] = numbers_.emplace(block, static_cast<uint32_t>(numbers_.size()));
    if (is_new) bytes_ += block;
    return entry->second;
  }
  uint32_t size() const { return static_cast<uint32_t>(numbers_.size()); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::map<std::string, uint32_t> numbers_;
  std::string bytes_;
};

}  // namespace

std::string FoldSection() {
  Blocks blocks;
  ByteWriter index;
  std::string strings;
  std::map<std::string, uint32_t> string_numbers;
  for (uint32_t first = 0; first < kFoldLimit; first += kBlock) {
    ByteWriter block;
    for (uint32_t c = first; c < first + kBlock; ++c) {
      const std::string folded = In(c, 0xD800, 0xDFFF) ? "" : Folded(c);
      uint64_t at = 0;
      const uint32_t code = DecodeUtf8(Bytes(reinterpret_cast<const uint8_t*>(folded.data()), folded.size()), &at);
      uint32_t entry = 0;
      if (folded.empty()) {
        entry = Language::kFoldNothing;
      } else if (at == folded.size() && code < Language::kFoldString) {
        entry = code == c ? 0 : code;
      } else if (!(at == folded.size() && code == c)) {
        const auto [string, is_new] = string_numbers.emplace(folded, static_cast<uint32_t>(string_numbers.size()));
        if (is_new) strings += folded + std::string(4 - folded.size(), '\0');
        entry = Language::kFoldString + string->second;
      }
      block.U16(static_cast<uint16_t>(entry));
    }
    index.U8(static_cast<uint8_t>(blocks.Add(block.bytes())));
  }
  ByteWriter section;
  section.U32(kFoldLimit).U32(blocks.size());
  return section.Raw(index.bytes()).Raw(blocks.bytes()).Raw(strings).Take();
}

std::string CharSection() {
  Blocks blocks;
  ByteWriter index;
  // Code points that are not assigned go with the one before them, so that more blocks are equal.
  std::vector<CharClass> classes(kCharLimit, CharClass::kSymbol);
  for (uint32_t c = 0; c < kCharLimit; ++c) {
    const bool assigned = utf8proc_category(static_cast<utf8proc_int32_t>(c)) != UTF8PROC_CATEGORY_CN;
    classes[c] = assigned || c < 0x80 || In(c, 0x1F000, 0x1FAFF) ? ClassOf(c) : classes[c - 1];
  }
  for (uint32_t first = 0; first < kCharLimit; first += kBlock) {
    ByteWriter block;
    for (uint32_t c = first; c < first + kBlock; c += 2) {
      block.U8(static_cast<uint8_t>(static_cast<uint32_t>(classes[c]) | static_cast<uint32_t>(classes[c + 1]) << 4));
    }
    index.U16(static_cast<uint16_t>(blocks.Add(block.bytes())));
  }
  ByteWriter section;
  section.U32(kCharLimit).U32(blocks.size());
  return section.Raw(index.bytes()).Raw(blocks.bytes()).Take();
}

}  // namespace pith::model
