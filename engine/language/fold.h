// UTF-8, and folding: the form in which words are compared. Folded text is lower case and without accents; typographic
// quotes, apostrophes and dashes become ASCII, full-width forms plain ones: "Élysée" -> "elysee", "Don’t" -> "don't",
// "Straße" -> "strasse".

#ifndef PITH_ENGINE_LANGUAGE_FOLD_H_
#define PITH_ENGINE_LANGUAGE_FOLD_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/language/language.h"

namespace pith {

inline bool IsAsciiDigit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

inline constexpr uint32_t kReplacementCharacter = 0xFFFD;

// Returns the code point at *at and moves *at past it, by at least one byte while *at < text.size(). Each byte that is
// not UTF-8 (RFC 3629: no surrogates, no overlong forms) gives U+FFFD; the end gives 0.
uint32_t DecodeUtf8(Bytes text, uint64_t* at);

// Writes the UTF-8 form of a code point (at most 4 bytes) and returns its size.
uint32_t EncodeUtf8(uint32_t code_point, char* out);

// Whether all of `text` is UTF-8. If not, *bad_at (may be null) is the offset of the first byte that is not. O(size).
bool IsValidUtf8(Bytes text, uint64_t* bad_at);

// Writes the folded form of one code point, 0 to 4 bytes, and returns its size. O(1).
uint32_t FoldCodePoint(const Language& language, uint32_t code_point, char* out);

// Writes the folded form of `text` and returns its size, at most min(capacity, kMaxWordBytes); a longer form is cut
// between code points. Only the first kMaxFoldedBytes of `text` count, since any number of them may fold to nothing.
// O(size written).
inline constexpr uint32_t kMaxFoldedBytes = 256;
uint32_t FoldWord(const Language& language, Bytes text, char* out, uint32_t capacity);

// A folded word that holds its own bytes.
class FoldedWord {
 public:
  FoldedWord(const Language& language, Bytes text) : size_(FoldWord(language, text, text_, kMaxWordBytes)) {}
  Bytes bytes() const { return Bytes(reinterpret_cast<const uint8_t*>(text_), size_); }

 private:
  char text_[kMaxWordBytes];
  uint32_t size_;
};

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_FOLD_H_
