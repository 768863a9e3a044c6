#include "engine/find/query.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

pith_status Read(const std::string& text, Query* query) { return ReadQuery(English(), BytesOf(text), query); }

// The words that are looked for.
std::vector<std::string> Content(const std::string& text) {
  Query query;
  std::vector<std::string> words;
  if (Read(text, &query) == PITH_QUESTION_TOO_LONG) return {"too long"};
  for (uint32_t i = 0; i < query.count; ++i) {
    const QueryWord& word = query.words[i];
    if (word.content) words.push_back(text.substr(word.begin, word.end - word.begin));
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(ReadQueryTest, QuestionWordsStopWordsAndMarksAreNotLookedFor) {
  EXPECT_EQ(Content("Who painted the old mill?"), (Words{"painted", "old", "mill"}));
  EXPECT_EQ(Content("mill, mills & Mill"), (Words{"mill", "mills", "Mill"}));
  EXPECT_EQ(Content("the painter's 12 boats"), (Words{"painter", "12", "boats"}));
}

TEST(ReadQueryTest, NothingToLookForIsAStatus) {
  Query query;
  for (const std::string text : {"", " \n\t ", "?!", "who is it", "the of and", "…"}) {
    EXPECT_EQ(Read(text, &query), PITH_QUESTION_EMPTY) << text;
    EXPECT_EQ(query.ContentWeight(), 0u) << text;
  }
  EXPECT_EQ(Read("mill", &query), PITH_OK);
}

TEST(ReadQueryTest, TheLongestQuestionIsRead) {
  Query query;
  std::string text = "mill" + std::string(PITH_MAX_QUESTION_BYTES - 4, ' ');
  EXPECT_EQ(Read(text, &query), PITH_OK);
  EXPECT_EQ(query.count, 1u);
  EXPECT_EQ(Read(text + " ", &query), PITH_QUESTION_TOO_LONG);
  EXPECT_EQ(query.count, 0u);
}

TEST(ReadQueryTest, OneFamilyHasOneKey) {
  Query query;
  ASSERT_EQ(Read("resign resigned Resignation building", &query), PITH_OK);
  ASSERT_EQ(query.count, 4u);
  EXPECT_EQ(query.words[0].key, query.words[1].key);
  EXPECT_EQ(query.words[0].key, query.words[2].key);
  EXPECT_NE(query.words[0].key, query.words[3].key);
  EXPECT_NE(query.words[0].hash, query.words[1].hash);
}

TEST(ReadQueryTest, UnknownWordsWeighMuchButNotAll) {
  Query query;
  ASSERT_EQ(Read("mill zzyzxq", &query), PITH_OK);
  ASSERT_EQ(query.count, 2u);
  EXPECT_TRUE(query.words[0].known);
  EXPECT_FALSE(query.words[1].known);
  EXPECT_GT(query.words[1].idf, query.words[0].idf);
  EXPECT_LT(query.words[1].idf, kMaxWeight) << "a strange word must not outweigh all the rest";
  EXPECT_EQ(query.ContentWeight(), uint32_t{query.words[0].idf} + query.words[1].idf);
}

TEST(ReadQueryTest, FurtherWordsAreNotLookedAt) {
  std::string text;
  for (uint32_t i = 0; i < kMaxQueryWords + 5; ++i) text += "mill ";
  Query query;
  ASSERT_EQ(Read(text, &query), PITH_OK);
  EXPECT_EQ(query.count, kMaxQueryWords);
  std::string stops;
  for (uint32_t i = 0; i < kMaxQueryWords; ++i) stops += "the ";
  EXPECT_EQ(Read(stops + "mill", &query), PITH_QUESTION_EMPTY);
}

TEST(ReadQueryTest, WhatIsNoUtf8IsReadToo) {
  Query query;
  ASSERT_EQ(Read("\xFF\xC3 mill \xE2\x82", &query), PITH_OK);
  ASSERT_EQ(query.words[query.count - 1].end, 10u);
  for (uint32_t i = 1; i < query.count; ++i) EXPECT_LE(query.words[i - 1].end, query.words[i].begin);
}

TEST(ReadQueryTest, PhrasesAreFoundInAnyFormAndSayWhichWordsTheyAreAbout) {
  Query query;
  ASSERT_EQ(Read("When had she PASSED away?", &query), PITH_OK);
  ASSERT_GE(query.phrase_count, 1u);
  EXPECT_EQ(query.phrases[0].begin, 3);
  EXPECT_EQ(query.phrases[0].end, 5);
  EXPECT_EQ(Read("How do I get in?", &query), PITH_OK) << "stop words that say something together";
  EXPECT_EQ(Read("Is it in the?", &query), PITH_QUESTION_EMPTY);
  ASSERT_EQ(Read("What does the old anchor weigh?", &query), PITH_OK);
  bool split = false;
  for (uint32_t i = 0; i < query.phrase_count; ++i) split |= query.phrases[i].begin == 5 && query.phrases[i].end == 6;
  EXPECT_TRUE(split) << "a frame, about its last word";
}

TEST(ReadQueryTest, StrangeQuestionsStayWithinTheRoom) {
  std::string unknown, overlapping = "How much";
  for (int i = 0; i < 64; ++i) {
    unknown += " zorbl" + std::to_string(i) + "x";
    overlapping += " pass away get in";
  }
  std::string capitals = overlapping;
  for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  Query query, same;
  EXPECT_EQ(Read(unknown, &query), PITH_OK);
  EXPECT_EQ(query.count, kMaxQueryWords);
  for (uint32_t i = 0; i < query.phrase_count; ++i) EXPECT_TRUE(query.phrases[i].same) << "two words written as one";
  ASSERT_EQ(Read(overlapping, &query), PITH_OK);
  EXPECT_EQ(query.phrase_count, kMaxQueryPhrases);
  ASSERT_EQ(Read(capitals, &same), PITH_OK);
  ASSERT_EQ(same.phrase_count, query.phrase_count);
  for (uint32_t i = 0; i < query.phrase_count; ++i) {
    EXPECT_EQ(same.phrases[i].key, query.phrases[i].key);
    EXPECT_LT(query.phrases[i].begin, query.phrases[i].end);
    EXPECT_LE(query.phrases[i].end, query.count);
  }
  EXPECT_EQ(Read("\xF0\x9F\x98\x80 \xF0\x9F\x98\x80 pass \xF0\x9F\x98\x80 away", &query), PITH_OK);
  EXPECT_EQ(query.phrase_count, 0u) << "not side by side";
}

}  // namespace
}  // namespace pith
