#include "tools/compiler/text/text_marks.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "tools/compiler/text/paragraphs.h"

namespace pith::compiler {
namespace {

bool IsWordByte(uint8_t c) { return absl::ascii_isalnum(c) || c >= 0x80; }

}  // namespace

bool TextMarks::Has(uint32_t at, absl::string_view s) const {
  return at < end_ && absl::StartsWith(text_.substr(at, end_ - at), s);
}

bool TextMarks::IsIdeographicMark(uint32_t at) const { return Has(at, "。") || Has(at, "！") || Has(at, "？"); }

uint32_t TextMarks::MarkEnd(uint32_t at) const {
  while (true) {
    const uint8_t c = Byte(at);
    if (c == '.' || c == '!' || c == '?') {
      ++at;
    } else if (Has(at, "…") || IsIdeographicMark(at)) {
      at += 3;
    } else {
      return at;
    }
  }
}

uint32_t TextMarks::CloserEnd(uint32_t at) const {
  while (true) {
    const uint8_t c = Byte(at);
    if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '}') {
      ++at;
    } else if (Has(at, "”") || Has(at, "’") || Has(at, "›")) {
      at += 3;
    } else if (Has(at, "»")) {
      at += 2;
    } else {
      const uint32_t note = SkipSpace(at);
      uint32_t digit = note + 1;
      while (absl::ascii_isdigit(Byte(digit))) ++digit;
      if (Byte(note) != '[' || digit == note + 1 || Byte(digit) != ']') return at;
      at = digit + 1;
    }
  }
}

uint32_t TextMarks::SkipSpace(uint32_t at) const {
  for (uint32_t n = 0; at < end_ && (n = WhiteSpaceAt(text_, at)) != 0;) at += n;
  return std::min(at, end_);
}

uint32_t TextMarks::SkipOpeners(uint32_t at) const {
  while (true) {
    const uint8_t c = Byte(at);
    if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '-' || c == '*') {
      ++at;
    } else if (Has(at, "“") || Has(at, "‘") || Has(at, "–") || Has(at, "—") || Has(at, "„") || Has(at, "•")) {
      at += 3;
    } else if (Has(at, "«") || Has(at, "¿") || Has(at, "¡")) {
      at += 2;
    } else {
      const uint32_t next = SkipSpace(at);
      if (next == at) return at;
      at = next;
    }
  }
}

bool TextMarks::StartsSentence(uint32_t at) const {
  const uint8_t c = Byte(at);
  if (absl::ascii_isupper(c) || absl::ascii_isdigit(c)) return true;
  if (absl::ascii_islower(c)) {  // "iPhone", "wikiHow"
    uint32_t inner = at + 1;
    while (absl::ascii_islower(Byte(inner))) ++inner;
    return absl::ascii_isupper(Byte(inner)) && absl::ascii_isalpha(Byte(inner + 1));
  }
  if (c < 0x80) return c == '$' || c == '#' || c == '@' || c == '<';
  // Latin-1's and Latin Extended-A's and the Cyrillic lower case; every other letter may begin a sentence.
  const uint8_t d = Byte(at + 1);
  if (c == 0xC3) return d < 0x9F;
  if (c == 0xC4 || c == 0xC5) return d % 2 == 0;
  if (c == 0xD0) return d < 0xB0;
  return c != 0xD1;
}

uint32_t TextMarks::NoteEnd(uint32_t at) const {
  uint32_t digit = at;
  while (absl::ascii_isdigit(Byte(digit))) ++digit;
  return digit - at <= 3 && (digit == end_ || Byte(digit) == '\n') ? digit : at;
}

uint32_t TextMarks::WordEnd(uint32_t at) const {
  while (IsWordByte(Byte(at)) && !Has(at, "’") && !Has(at, "—")) ++at;
  return at;
}

}  // namespace pith::compiler
