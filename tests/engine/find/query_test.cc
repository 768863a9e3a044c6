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

}  // namespace
}  // namespace pith
