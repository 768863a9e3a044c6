#include "tools/train/common/overlap.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pith::train {
namespace {

using Words = std::vector<std::string>;

double F1(const std::string& guess, const std::string& gold) { return WordF1(AnswerWords(guess), AnswerWords(gold)); }

TEST(OverlapTest, WordsAreLowerCasedWithoutArticlesAndPunctuation) {
  EXPECT_EQ(AnswerWords("The  U.S. Navy's (an ally)\n"), (Words{"us", "navys", "ally"}));
  EXPECT_EQ(AnswerWords("the"), Words());
}

TEST(OverlapTest, F1CountsEachWordAsOftenAsBothHaveIt) {
  EXPECT_EQ(F1("About 1,000 people", "about 1000 people."), 1);
  EXPECT_DOUBLE_EQ(F1("1,000 people", "about 1,000 people"), 0.8);
  EXPECT_DOUBLE_EQ(F1("very very old", "very old man"), 2.0 * 2 / 6);
  EXPECT_EQ(F1("Moscow", "Almaty"), 0);
}

TEST(OverlapTest, TwoEmptyAnswersAgree) {
  EXPECT_EQ(F1("the", ""), 1);
  EXPECT_EQ(F1("the", "Almaty"), 0);
  EXPECT_EQ(F1("Almaty", "the"), 0);
}

}  // namespace
}  // namespace pith::train
