// Word vectors in a few bytes each: product quantization (Jegou et al. 2011) of unit vectors, two numbers per code.
//
//   vectors := u32 words, u32 reserved, i8 book[kVectorCodes][256][2], u32 hash[words] in rising order,
//              u8 code[words][kVectorCodes]
//
// The language block holds such a table for the most common words (RVEC). An index holds one, without a book, for its
// other words (VECS). The compiler has a file of its own for all words that it knows.

#ifndef PITH_ENGINE_LANGUAGE_WORD_VECTORS_H_
#define PITH_ENGINE_LANGUAGE_WORD_VECTORS_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

inline constexpr uint32_t kVectorSize = 48;
inline constexpr uint32_t kVectorCodes = kVectorSize / 2;
inline constexpr uint32_t kVectorBookBytes = kVectorCodes * 256 * 2;

class WordVectors {
 public:
  WordVectors() = default;

  // A table with its own book, or one that uses the book of another. An unreadable table is empty. O(1).
  explicit WordVectors(Bytes section);
  WordVectors(Bytes section, const WordVectors& book);

  // The size in bytes of a section of `words` words.
  static uint64_t BytesOf(uint64_t words, bool with_book) {
    return 8 + (with_book ? kVectorBookBytes : 0) + words * (4 + kVectorCodes);
  }

  uint32_t size() const { return words_; }
  bool has_book() const { return book_.size() == kVectorBookBytes; }
  Bytes book() const { return book_; }
  uint32_t Hash(uint32_t number) const { return hashes_.U32(uint64_t{number} * 4); }
  Bytes Codes(uint32_t number) const { return codes_.Sub(uint64_t{number} * kVectorCodes, kVectorCodes); }

  // The codes of the word with this HashWord, or nothing. Hashes are evenly spread, so the place is guessed from the
  // hash: typically O(log log words), at worst O(log words).
  Bytes Find(uint32_t hash) const;

  // Writes the vector that `codes` stand for: kVectorSize numbers, where 512 is 1.0.
  void Decode(Bytes codes, int16_t* out) const;

 private:
  uint32_t words_ = 0;
  Bytes book_, hashes_, codes_;
};

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_WORD_VECTORS_H_
