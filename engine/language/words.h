// The one tokenizer, for articles and questions alike, so that an index and a question never disagree about a word.
// Words are cut as in Universal Dependencies' English EWT: "country's" -> country 's, "didn't" -> did n't, "two-week"
// -> two - week, "$1.5bn" -> $ 1.5 bn. The data behind the cuts (classes of characters, clitics, abbreviations) is in
// the language block.

#ifndef PITH_ENGINE_LANGUAGE_WORDS_H_
#define PITH_ENGINE_LANGUAGE_WORDS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/language/language.h"

namespace pith {

inline constexpr uint32_t kMaxTokenBytes = 255;  // longer words are cut between code points

// The look of a token, one bit each in Word::shape.
enum WordShape : uint8_t {
  kShapeWord = 1 << 0,         // has letters or digits, as clitics do: a word to look up
  kShapePunctuation = 1 << 1,  // has neither: punctuation, signs, emoji
  kShapeNumber = 1 << 2,       // begins with a digit or a period, and has no letters: "1,000", "10:30", "1990", ".5"
  kShapeCapital = 1 << 3,      // its first letter is upper case
  kShapeUpper = 1 << 4,        // all its letters are upper case, and it has at least two: "NATO", "U.S."
  kShapePeriod = 1 << 5,       // a word that ends in its own period: "Mr.", "J.", "U.S."
  kShapeLink = 1 << 6,         // an address: "https://...", "a@b.org", "#tag", "@name"
  kShapeGlued = 1 << 7,        // no white space before it
};

// A token: the bytes [begin, end) of the text.
struct Word {
  uint32_t begin = 0, end = 0;
  uint8_t shape = 0;  // WordShape

  bool IsWord() const { return (shape & kShapeWord) != 0; }
};

// Reads the tokens of [begin, end) of a text in order. The text may hold anything; bytes that are not UTF-8 stand
// alone. A whole text takes linear time. Keeps views of `language` and `text`, which must outlive it.
class WordReader {
 public:
  WordReader(const Language& language, Bytes text, uint32_t begin, uint32_t end);

  // Reads the next token; false at the end. Tokens never overlap, contain no white space, and cover everything else but
  // joiners that stand alone.
  bool Next(Word* word);

 private:
  struct Char {
    uint32_t code = 0;
    uint32_t end = 0;  // offset after it
    CharClass kind = CharClass::kSpace;
  };

  Char At(uint32_t at) const;
  void ReadChunk();
  bool FindLink(uint32_t begin, uint32_t end);
  uint32_t NumberEnd(uint32_t begin, bool* split) const;
  uint32_t LettersEnd(uint32_t begin) const;
  uint32_t PeriodEnd(uint32_t begin, uint32_t end) const;
  uint32_t WordEnd(uint32_t begin) const;
  uint32_t NumberWordEnd(uint32_t begin) const;
  uint32_t EmojiEnd(uint32_t begin, const Char& first) const;
  uint32_t SymbolEnd(uint32_t begin, const Char& first) const;
  bool IsApostrophe(const Char& c) const;
  bool IsClitic(uint32_t begin, uint32_t end) const;
  bool Emit(uint32_t end, Word* word);

  const Language& language_;
  Bytes text_;
  uint32_t at_, end_;
  uint32_t last_end_;  // the end of the previous token, for kShapeGlued
  bool after_currency_ = false;
  uint32_t chunk_end_;  // no token that begins before this passes it: white space, or the end of a link
  uint32_t link_begin_ = 0, link_end_ = 0;  // the link in this chunk; none if both are equal
};

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_WORDS_H_
