#include "engine/language/word_vectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

void PutU32(std::string* out, uint32_t value) {
  for (int i = 0; i < 4; ++i) *out += static_cast<char>(value >> (8 * i));
}

// A table whose word number n has the codes n, n + 1, ...; the book's code c stands for (c, -c) cut to a byte.
std::string Written(const std::vector<uint32_t>& hashes, bool with_book) {
  std::string s;
  PutU32(&s, static_cast<uint32_t>(hashes.size()));
  PutU32(&s, 0);
  for (uint32_t i = 0; with_book && i < kVectorCodes; ++i) {
    for (int c = 0; c < 256; ++c) {
      s += static_cast<char>(c / 2);
      s += static_cast<char>(-(c / 2));
    }
  }
  for (uint32_t hash : hashes) PutU32(&s, hash);
  for (size_t n = 0; n < hashes.size(); ++n) {
    for (uint32_t i = 0; i < kVectorCodes; ++i) s += static_cast<char>(n + i);
  }
  return s;
}

std::vector<uint32_t> Hashes(uint32_t count) {
  std::vector<uint32_t> all = {0, 1, 0xFFFFFFFF};
  uint32_t state = 5;
  while (all.size() < count) all.push_back(state = state * 1664525u + 1013904223u);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

TEST(WordVectors, EveryWordIsFoundAndNoOther) {
  const std::vector<uint32_t> hashes = Hashes(1000);
  const std::string bytes = Written(hashes, true);
  const WordVectors vectors(BytesOf(bytes));
  ASSERT_EQ(vectors.size(), hashes.size());
  for (size_t n = 0; n < hashes.size(); ++n) {
    const Bytes codes = vectors.Find(hashes[n]);
    ASSERT_EQ(codes.size(), kVectorCodes);
    EXPECT_EQ(codes.U8(0), n % 256);
    const uint32_t other = hashes[n] + 1;
    EXPECT_EQ(vectors.Find(other).empty(), !std::binary_search(hashes.begin(), hashes.end(), other));
  }
  EXPECT_TRUE(WordVectors().Find(7).empty());
}

TEST(WordVectors, WordsCrowdedTogetherAreFound) {
  std::vector<uint32_t> hashes;
  for (uint32_t i = 0; i < 500; ++i) hashes.push_back(3000000000u + i);
  const std::string bytes = Written(hashes, true);
  const WordVectors vectors(BytesOf(bytes));
  for (uint32_t hash : hashes) EXPECT_FALSE(vectors.Find(hash).empty()) << hash;
}

TEST(WordVectors, CodesStandForPairsOfTheBook) {
  const std::string common = Written({1, 2}, true), own = Written({7}, false);
  const WordVectors book(BytesOf(common)), vectors(BytesOf(own), book);
  int16_t out[kVectorSize];
  vectors.Decode(vectors.Find(7), out);
  for (uint32_t i = 0; i < kVectorCodes; ++i) {
    EXPECT_EQ(out[2 * i], 2 * static_cast<int>(i / 2));
    EXPECT_EQ(out[2 * i + 1], -2 * static_cast<int>(i / 2));
  }
}

TEST(WordVectors, DamageIsEmptyOrFindsNothing) {
  const std::string good = Written(Hashes(50), true);
  for (size_t size = 0; size < good.size(); size += 13) {
    EXPECT_EQ(WordVectors(BytesOf(good).Sub(0, size)).size(), 0u) << size;
  }
  std::vector<uint32_t> backwards = Hashes(50);
  std::reverse(backwards.begin(), backwards.end());
  const std::string bytes = Written(backwards, true);
  const WordVectors vectors(BytesOf(bytes));
  for (uint32_t hash : backwards) vectors.Find(hash);  // ends, whatever it finds
}

}  // namespace
}  // namespace pith
