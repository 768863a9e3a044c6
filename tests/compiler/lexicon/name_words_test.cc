#include "tools/compiler/lexicon/name_words.h"

#include <gtest/gtest.h>

namespace pith::compiler {
namespace {

TEST(NameWordsTest, TitlesAndGender) {
  EXPECT_TRUE(IsHonorific("mrs."));
  EXPECT_FALSE(IsHonorific("mayor"));
  EXPECT_TRUE(IsTitle("mayor"));
  EXPECT_EQ(GenderOf("ms"), Gender::kFemale);
  EXPECT_EQ(GenderOf("spokeswoman"), Gender::kFemale);
  EXPECT_EQ(GenderOf("chairman"), Gender::kMale);
  EXPECT_EQ(GenderOf("mayor"), Gender::kUnknown);
}

TEST(NameWordsTest, WhoMeansAPerson) {
  EXPECT_TRUE(MeansPerson("teacher"));
  EXPECT_TRUE(MeansPerson("mayor"));
  EXPECT_TRUE(MeansPerson("king"));
  EXPECT_FALSE(MeansPerson("bridge"));
}

}  // namespace
}  // namespace pith::compiler
