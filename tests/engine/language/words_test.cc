#include "engine/language/words.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <vector>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

std::vector<Word> Read(const std::string& text) {
  std::vector<Word> words;
  WordReader reader(English(), BytesOf(text), 0, static_cast<uint32_t>(text.size()));
  for (Word word; reader.Next(&word);) words.push_back(word);
  return words;
}

std::string Joined(const std::string& text) {
  std::string out;
  for (const Word& word : Read(text)) out += (out.empty() ? "" : " ") + text.substr(word.begin, word.end - word.begin);
  return out;
}

std::string Marks(uint8_t shape) {
  std::string marks;
  for (int bit = 0; bit < 8; ++bit) {
    if ((shape >> bit & 1) != 0) marks += "wpnCU.Lg"[bit];
  }
  return marks;
}

TEST(Words, AreCutAsInTheCases) {
  std::ifstream file(std::string(PITH_TEST_DATA) + "/engine/cases/words.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t arrow = line.find(" => ");
    ASSERT_NE(arrow, std::string::npos) << line;
    const std::string text = line.substr(0, arrow);
    std::string expected = line.substr(arrow + 4), marks;
    const size_t bar = expected.find(" | ");
    if (bar != std::string::npos) {
      marks = expected.substr(bar + 3);
      expected.resize(bar);
      EXPECT_EQ(Marks(Read(text).back().shape), marks) << line;
    }
    EXPECT_EQ(Joined(text), expected);
    ++cases;
  }
  EXPECT_GT(cases, 40);
}

TEST(Words, StayWithinTheirPart) {
  const std::string text = "one two's three";
  WordReader reader(English(), BytesOf(text), 4, 8);
  Word word;
  ASSERT_TRUE(reader.Next(&word));
  EXPECT_EQ(word.begin, 4u);
  EXPECT_EQ(word.end, 7u);
  ASSERT_TRUE(reader.Next(&word));
  EXPECT_EQ(word.end, 8u);  // the apostrophe, without its letter
  EXPECT_FALSE(reader.Next(&word));
  WordReader beyond(English(), BytesOf(text), 90, 100);
  EXPECT_FALSE(beyond.Next(&word));
}

TEST(Words, OfAnyLengthAreCutBetweenCodePoints) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "ж";
  const std::vector<Word> words = Read(text);
  ASSERT_EQ(words.size(), 3u);
  for (const Word& word : words) {
    EXPECT_LE(word.end - word.begin, kMaxTokenBytes);
    EXPECT_EQ(word.begin % 2, 0u);
  }
}

// Of any bytes: tokens in order, none empty or too long, nothing but space and invisible characters between them.
TEST(Words, CoverWhateverComes) {
  const std::vector<std::string> pieces = {
      "a", "B", "'",  "’",   ".",    "..",   "@", "#",  "://", "www.",         "-", "1",    ",",  ":",
      "$", " ", "\n", "n't", "\xC3", "\xFF", "é", "日", "😀",   "\xE2\x80\x8D", "&", "\xF0", "Mr", "’s"};
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t n = random() % 30; n > 0; --n) text += pieces[random() % pieces.size()];
    uint32_t last = 0;
    const auto check_gap = [&text, &last](uint32_t to) {
      for (uint64_t at = last; at < to;) {
        const uint32_t c = DecodeUtf8(BytesOf(text), &at);
        ASSERT_TRUE(c == ' ' || c == '\n' || c == 0x200D) << text;
      }
    };
    for (const Word& word : Read(text)) {
      ASSERT_LT(word.begin, word.end) << text;
      ASSERT_LE(word.end - word.begin, kMaxTokenBytes) << text;
      ASSERT_GE(word.begin, last) << text;
      check_gap(word.begin);
      last = word.end;
    }
    check_gap(static_cast<uint32_t>(text.size()));
  }
}

}  // namespace
}  // namespace pith
