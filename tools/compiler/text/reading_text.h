// An article's text as the stages read it: where it was extracted carelessly, as it was meant. The stored text and all
// offsets into it stay the input's.

#ifndef PITH_TOOLS_COMPILER_TEXT_READING_TEXT_H_
#define PITH_TOOLS_COMPILER_TEXT_READING_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

struct ReadingText {
  std::string text;
  // The stored byte at which each byte of `text`, and its end, began; empty if the two are the same.
  std::vector<uint32_t> stored;
};

// Reads `stored`, valid UTF-8: decodes HTML's entities once ("Marks &amp; Turner"), composes letters with their accents
// (NFC), drops soft hyphens, and joins a word that a hyphen parts at the end of a line, if the language block knows it.
// Linear in the size of the text.
ReadingText ReadAs(absl::string_view stored, const Language& language);

// Turns the offsets of an analysis of `reading` into those of the stored text.
void PlaceInStoredText(const ReadingText& reading, Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_READING_TEXT_H_
