#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "pith/pith.h"

namespace pith::testing {
namespace {

std::vector<uint32_t> Utf16(const std::string& text, std::vector<uint32_t> bytes) {
  EXPECT_EQ(
      pith_utf16_from_bytes(text.data(), text.size(), bytes.data(), bytes.data(), static_cast<uint32_t>(bytes.size())),
      PITH_OK);
  return bytes;
}

std::vector<uint32_t> FromUtf16(const std::string& text, std::vector<uint32_t> units) {
  EXPECT_EQ(
      pith_bytes_from_utf16(text.data(), text.size(), units.data(), units.data(), static_cast<uint32_t>(units.size())),
      PITH_OK);
  return units;
}

using Offsets = std::vector<uint32_t>;

TEST(Utf16OffsetsTest, CountCharactersOfOneUnitAndOfTwo) {
  // a, é (2 bytes), 汶 (3 bytes), 🙂 (4 bytes, 2 units), b
  const std::string text =
      "a\xC3\xA9\xE6\xB1\xB6\xF0\x9F\x99\x82"
      "b";
  ASSERT_EQ(text.size(), 11u);
  EXPECT_EQ(Utf16(text, {0, 1, 3, 6, 10, 11}), (Offsets{0, 1, 2, 3, 5, 6}));
  EXPECT_EQ(FromUtf16(text, {0, 1, 2, 3, 5, 6}), (Offsets{0, 1, 3, 6, 10, 11}));
}

TEST(Utf16OffsetsTest, InsideACharacterAreItsBeginning) {
  const std::string text = "\xC3\xA9\xF0\x9F\x99\x82!";
  EXPECT_EQ(Utf16(text, {1, 3, 4, 5, 6}), (Offsets{0, 1, 1, 1, 3}));
  EXPECT_EQ(FromUtf16(text, {2}), (Offsets{2})) << "between the two units of one character";
}

TEST(Utf16OffsetsTest, BeyondTheTextAreItsEnd) {
  EXPECT_EQ(Utf16("ab", {2, 3, 0xFFFFFFFF}), (Offsets{2, 2, 2}));
  EXPECT_EQ(FromUtf16("\xC3\xA9", {9}), (Offsets{2}));
  EXPECT_EQ(Utf16("", {0, 5}), (Offsets{0, 0}));
}

TEST(Utf16OffsetsTest, MayRepeatAndMayNotFall) {
  EXPECT_EQ(Utf16("abc", {1, 1, 2, 2}), (Offsets{1, 1, 2, 2}));
  const uint32_t falling[] = {2, 1};
  uint32_t out[2] = {77, 77};
  EXPECT_EQ(pith_utf16_from_bytes("abc", 3, falling, out, 2), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(out[0], 77u) << "nothing is written";
  EXPECT_EQ(pith_utf16_from_bytes("abc", 3, nullptr, out, 2), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_utf16_from_bytes(nullptr, 3, falling, out, 1), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_utf16_from_bytes(nullptr, 0, nullptr, nullptr, 0), PITH_OK);
}

TEST(Utf16OffsetsTest, EndOnBytesThatAreNoUtf8) {
  const std::string text =
      "\x82\x82\xF0\xFF\x80"
      "a";
  const Offsets all = Utf16(text, {0, 1, 2, 3, 4, 5, 6});
  for (size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i], all[i - 1]);
}

}  // namespace
}  // namespace pith::testing
