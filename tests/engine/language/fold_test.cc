#include "engine/language/fold.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

TEST(Fold, LowersStripsAndReplaces) {
  EXPECT_EQ(Fold("Harbour"), "harbour");
  EXPECT_EQ(Fold("ÉLYSÉE"), "elysee");
  EXPECT_EQ(Fold("e\xCC\x81t\xC3\xA9"), "ete");  // a combining accent, and a letter that has one
  EXPECT_EQ(Fold("Straße"), "strasse");
  EXPECT_EQ(Fold("Ærø"), "aero");
  EXPECT_EQ(Fold("Łódź"), "lodz");
  EXPECT_EQ(Fold("İstanbul"), "istanbul");
  EXPECT_EQ(Fold("Αθήνα"), "αθηνα");
  EXPECT_EQ(Fold("Чёрный"), "черныи");
  EXPECT_EQ(Fold("don’t"), "don't");
  EXPECT_EQ(Fold("“a”–b—c…"), "\"a\"-b-c...");
  EXPECT_EQ(Fold("Ｐｉｔｈ２"), "pith2");
  EXPECT_EQ(Fold("ﬁne km²"), "fine km2");
  EXPECT_EQ(Fold("soft\xC2\xADhyphen"), "softhyphen");
  EXPECT_EQ(Fold("日本 हिन्दी 😀"), "日本 हिन्दी 😀");
}

TEST(Fold, IsItsOwnFoldedForm) {
  for (uint32_t c = 1; c < 0x11000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    char utf8[4];
    const std::string once = Fold(std::string(utf8, EncodeUtf8(c, utf8)));
    EXPECT_EQ(Fold(once), once) << "U+" << std::hex << c;
  }
}

TEST(Fold, CutsBetweenCodePoints) {
  std::string word;
  for (int i = 0; i < 40; ++i) word += "Ж";
  EXPECT_EQ(Fold(word).size(), kMaxWordBytes);
  char out[5];
  EXPECT_EQ(FoldWord(English(), BytesOf(word), out, 5), 4u);
  EXPECT_EQ(FoldWord(English(), BytesOf(word), out, 0), 0u);
}

TEST(Utf8, DecodesAndEncodesEveryCodePoint) {
  for (uint32_t c = 0; c < 0x110000; ++c) {
    if (c == 0xD800) c = 0xE000;
    char bytes[4];
    const std::string text(bytes, EncodeUtf8(c, bytes));
    uint64_t at = 0;
    ASSERT_EQ(DecodeUtf8(BytesOf(text), &at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_TRUE(IsValidUtf8(BytesOf(text), nullptr));
  }
}

TEST(Utf8, FindsTheFirstBadByte) {
  // Alone: a continuation, overlong forms, a surrogate, beyond U+10FFFF, cut short, never valid.
  for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xE2\x82", "\xC3", "\xFE", "\xFF"}) {
    uint64_t at = 0;
    EXPECT_FALSE(IsValidUtf8(BytesOf("né" + std::string(bad)), &at));
    EXPECT_EQ(at, 3u);
    at = 3;
    EXPECT_EQ(DecodeUtf8(BytesOf("né" + std::string(bad)), &at), kReplacementCharacter);
    EXPECT_EQ(at, 4u);
  }
}

TEST(Utf8, AlwaysMovesOn) {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    std::string noise;
    for (int i = 0; i < 50; ++i) noise += static_cast<char>(random());
    for (uint64_t at = 0, before = 0; at < noise.size(); before = at) {
      DecodeUtf8(BytesOf(noise), &at);
      ASSERT_GT(at, before);
      ASSERT_LE(at, noise.size());
    }
  }
}

}  // namespace
}  // namespace pith
