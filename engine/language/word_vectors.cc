#include "engine/language/word_vectors.h"

namespace pith {
namespace {

constexpr uint32_t kHeaderSize = 8;
constexpr uint32_t kGuesses = 6;

}  // namespace

WordVectors::WordVectors(Bytes section) : WordVectors(section, WordVectors()) {
  book_ = section.Sub(kHeaderSize, kVectorBookBytes);
  const uint64_t at = kHeaderSize + uint64_t{kVectorBookBytes}, words = section.U32(0);
  hashes_ = section.Sub(at, words * 4);
  codes_ = section.Sub(at + words * 4, words * kVectorCodes);
  words_ = !book_.empty() && !codes_.empty() ? static_cast<uint32_t>(words) : 0;
}

WordVectors::WordVectors(Bytes section, const WordVectors& book) : book_(book.book_) {
  const uint64_t words = section.U32(0);
  hashes_ = section.Sub(kHeaderSize, words * 4);
  codes_ = section.Sub(kHeaderSize + words * 4, words * kVectorCodes);
  words_ = !codes_.empty() ? static_cast<uint32_t>(words) : 0;
}

Bytes WordVectors::Find(uint32_t hash) const {
  uint32_t low = 0, high = words_;  // the first hash not below `hash` is in [low, high]
  uint64_t low_hash = 0, high_hash = uint64_t{1} << 32;
  for (uint32_t step = 0; low < high; ++step) {
    const uint64_t share = (hash - low_hash) * (high - low) / (high_hash - low_hash);
    uint32_t middle = low + (step < kGuesses ? static_cast<uint32_t>(share) : (high - low) / 2);
    if (middle >= high) middle = high - 1;
    const uint32_t found = Hash(middle);
    if (found == hash) return Codes(middle);
    if (found < hash) {
      low = middle + 1;
      low_hash = uint64_t{found} + 1;
    } else {
      high = middle;
      high_hash = uint64_t{found};
    }
    if (low_hash > hash || high_hash <= hash) break;  // also ends the search if the table is out of order
  }
  return Bytes();
}

void WordVectors::Decode(Bytes codes, int16_t* out) const {
  for (uint32_t i = 0; i < kVectorCodes; ++i) {
    const uint64_t at = (uint64_t{i} * 256 + codes.U8(i)) * 2;
    out[2 * i] = static_cast<int16_t>(static_cast<int8_t>(book_.U8(at)) * 2);
    out[2 * i + 1] = static_cast<int16_t>(static_cast<int8_t>(book_.U8(at + 1)) * 2);
  }
}

}  // namespace pith
