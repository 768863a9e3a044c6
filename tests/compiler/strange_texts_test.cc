// Texts that no newspaper prints: whatever they hold, the index is whole and its offsets point between characters.

#include <gtest/gtest.h>

#include <string>

#include "tests/support/asking.h"

namespace pith::testing {
namespace {

bool BeginsCharacter(const std::string& text, uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Compiles the text and checks everything that has an offset in it. Returns the number of sentences.
uint32_t CheckAll(const std::string& text) {
  const OpenFile file(FileOf({Compiled("strange", text)}));
  pith_fault fault = {};
  EXPECT_EQ(pith_verify(file.get(), &fault), PITH_OK) << fault.section << " " << fault.message;
  pith_article article;
  EXPECT_EQ(pith_get_article(file.get(), 0, &article), PITH_OK);
  EXPECT_EQ(AsString(article.text), text);
  uint32_t end = 0;
  for (uint32_t i = 1; i <= article.sentences; ++i) {
    pith_sentence sentence;
    EXPECT_EQ(pith_get_sentence(file.get(), 0, i, &sentence), PITH_OK);
    EXPECT_LE(end, sentence.begin);
    EXPECT_LT(sentence.begin, sentence.end);
    EXPECT_TRUE(BeginsCharacter(text, sentence.begin) && BeginsCharacter(text, sentence.end)) << i;
    EXPECT_EQ(AsString(sentence.text), text.substr(sentence.begin, sentence.end - sentence.begin));
    end = sentence.end;
  }
  for (uint32_t i = 0; i < article.facts; ++i) {
    pith_fact fact;
    EXPECT_EQ(pith_get_fact(file.get(), 0, i, &fact), PITH_OK);
    EXPECT_TRUE(BeginsCharacter(text, fact.begin) && BeginsCharacter(text, fact.end)) << AsString(fact.subject);
  }
  for (uint32_t i = 0; i < article.entities; ++i) {
    pith_entity entity;
    EXPECT_EQ(pith_get_entity(file.get(), 0, i, &entity), PITH_OK);
    for (uint32_t m = 0; m < entity.mentions; ++m) {
      pith_mention mention;
      EXPECT_EQ(pith_get_mention(file.get(), &entity, m, &mention), PITH_OK);
      EXPECT_TRUE(BeginsCharacter(text, mention.begin) && BeginsCharacter(text, mention.end));
    }
  }
  return article.sentences;
}

TEST(StrangeTexts, EmojiAndTheirJoinersStayWhole) {
  EXPECT_GE(
      CheckAll(
          "The mayor 👩‍👩‍👧‍👦 opened 🇰🇿 the bridge 👍🏽 on Monday. 🎉🎉🎉 About 1,000 "
          "people "
          "🙂came."),
      2u);
}

TEST(StrangeTexts, RightToLeftTextAndMarksStayWhole) {
  EXPECT_GE(
      CheckAll(
          "The minister said \xE2\x80\x8F\"شكرا جزيلا\" to 300 guests in דרום אמריקה. Anna Ruiz left on 3 May 2021."),
      2u);
}

TEST(StrangeTexts, CombiningMarksStayWithTheirLetters) {
  EXPECT_GE(
      CheckAll("E\xCC\x81lodie Cafe\xCC\x81 met Zo\xCC\x88\xCC\x81\xCC\xA3"
               "e Bru\xCC\x88hl in A\xCC\x8Arhus. She paid 20 euros.\n\n\xCC\x81 \xCC\x81\xCC\x81 begins with a mark."),
      2u);
}

TEST(StrangeTexts, TablesKeepTheirCells) {
  std::string text = "Results of the year\n\n| Town | People | Cars |\n|---|---:|---:|\n";
  for (int i = 0; i < 40; ++i) text += "| Town " + std::to_string(i) + " | " + std::to_string(i * 1000) + " | 12% |\n";
  EXPECT_GE(CheckAll(text + "\nTown 3 has 3,000 people.\tName:\tValue\n"), 2u);
}

TEST(StrangeTexts, ASentenceWithoutEndIsCutIntoBoundedOnes) {
  std::string text = "The mayor said that";
  for (int i = 0; i < 10000; ++i) text += i % 7 == 0 ? ", and Anna Ruiz" : i % 3 == 0 ? " saw" : " people";
  EXPECT_GE(CheckAll(text), 10000u / kMaxSentenceTokens);
}

TEST(StrangeTexts, OneWordOneLetterOrOneMarkIsAnArticle) {
  for (const char* text : {"Rain", "x", ".", "\xF0\x9F\x98\x80", "7"}) EXPECT_EQ(CheckAll(text), 1u) << text;
}

}  // namespace
}  // namespace pith::testing
