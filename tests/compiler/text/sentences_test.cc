#include "tools/compiler/text/sentences.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/format/records.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/text/words.h"

namespace pith::compiler {
namespace {

std::string Text(const std::string& text, const Sentence& sentence) {
  return text.substr(sentence.begin, sentence.end - sentence.begin);
}

// The sentences of `text` as the case file writes them.
std::string Listed(const std::string& text) {
  std::string lines;
  uint32_t paragraph = 0;
  for (const Sentence& sentence : SplitSentences(text)) {
    std::string line = Text(text, sentence);
    for (char& c : line) {
      if (c == '\n') c = ' ';
    }
    if (sentence.paragraph != paragraph) lines += "P ";
    paragraph = sentence.paragraph;
    lines += (sentence.heading ? "H " : "") + line + "\n";
  }
  return lines;
}

TEST(SentencesTest, Cases) {
  std::ifstream in(std::string(PITH_TEST_DATA) + "/compiler/cases/sentences.txt");
  ASSERT_TRUE(in.good());
  std::string text, expected;
  bool in_expected = false;
  int cases = 0;
  const auto check = [&] {
    EXPECT_EQ(Listed(text), expected) << text;
    ++cases;
    text.clear();
    expected.clear();
    in_expected = false;
  };
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("# ", 0) == 0) continue;
    if (line == "----") {
      check();
    } else if (line == "=>") {
      in_expected = true;
    } else {
      (in_expected ? expected : text) += line + "\n";
    }
  }
  check();
  EXPECT_GT(cases, 10);
}

TEST(SentencesTest, WindowsLineEndsAreWhiteSpace) {
  EXPECT_EQ(Listed("One is red.\r\nTwo is blue.\r\n\r\nThree is green.\r\n"),
            "One is red.\nP Two is blue.\nP Three is green.\n");
}

TEST(SentencesTest, NothingInNothingOut) {
  EXPECT_TRUE(SplitSentences("").empty());
  EXPECT_TRUE(SplitSentences(" \n\t\n\xC2\xA0 ").empty());
}

// Every byte that is not white space belongs to exactly one sentence, whatever the text.
TEST(SentencesTest, CoversAnyText) {
  uint32_t state = 1;
  const std::vector<std::string> parts = {"Mr.", "A.",  " ", "\n", "\n\n", "…",  ".",  "?!",   "“",  "”",        "(",
                                          ")",   "[1]", "x", "1.", "é",    "。", "\t", "U.S.", "- ", "\xC2\xA0", "The"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525 + 1013904223;
      text += parts[(state >> 16) % parts.size()];
    }
    uint32_t at = 0;
    for (const Sentence& sentence : SplitSentences(text)) {
      ASSERT_LT(sentence.begin, sentence.end);
      ASSERT_GE(sentence.begin, at);
      ASSERT_LE(sentence.end, text.size());
      const std::string gap = text.substr(at, sentence.begin - at);
      ASSERT_EQ(gap.find_first_not_of(" \n\t\xC2\xA0"), std::string::npos) << text;
      at = sentence.end;
    }
    ASSERT_EQ(text.substr(at).find_first_not_of(" \n\t\xC2\xA0"), std::string::npos) << text;
  }
}

TEST(SentencesTest, CutsWhatIsTooLong) {
  std::string text;
  while (text.size() < 3 * kMaxSentenceBytes) text += "a long list of words, ";
  std::string solid(2 * kMaxSentenceBytes + 7, 'x');
  std::string wide;
  while (wide.size() < 2 * kMaxSentenceBytes) wide += "字";
  for (const std::string& t : {text, solid, wide}) {
    const std::vector<Sentence> sentences = SplitSentences(t);
    EXPECT_GT(sentences.size(), 2u);
    for (const Sentence& sentence : sentences) {
      EXPECT_LE(sentence.end - sentence.begin, uint32_t{kMaxSentenceBytes});
      EXPECT_NE(t[sentence.begin] & 0xC0, 0x80);
    }
  }
  EXPECT_EQ(text[SplitSentences(text)[0].end - 1], ',');
}

TEST(WordsTest, CutsSentencesOfTooManyWords) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i == 200 ? "word; " : "word ";
  std::vector<Sentence> sentences = SplitSentences(text);
  ASSERT_EQ(sentences.size(), 1u);
  SplitWords(TestLanguage(), text, &sentences);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].tokens.size(), 202u);  // up to the semicolon
  EXPECT_EQ(sentences[1].tokens.size(), 99u);
  EXPECT_EQ(text[sentences[0].end - 1], ';');
  EXPECT_EQ(sentences[1].begin, sentences[1].tokens[0].begin);
}

TEST(WordsTest, FillsOffsetsAndFoldedForms) {
  const std::string text = "  Élan’s 1,000 Cars.";
  Sentence sentence;
  sentence.begin = 2;
  sentence.end = static_cast<uint32_t>(text.size());
  SplitWords(TestLanguage(), text, &sentence);
  std::string words;
  for (const Token& token : sentence.tokens) words += token.folded + "|";
  EXPECT_EQ(words, "elan|'s|1,000|cars|.|");
  EXPECT_EQ(sentence.tokens[0].begin, 2u);
  EXPECT_EQ(text.substr(sentence.tokens[2].begin, 5), "1,000");
}

}  // namespace
}  // namespace pith::compiler
