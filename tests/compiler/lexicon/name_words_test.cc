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

TEST(NameWordsTest, PersonNounsAreSingular) {
  Token token;
  token.pos = Pos::kNoun;
  token.folded = token.lemma = "teacher";
  EXPECT_TRUE(IsPersonNoun(token));
  token.folded = "teachers";
  EXPECT_FALSE(IsPersonNoun(token));
  token.folded = token.lemma = "bridge";
  EXPECT_FALSE(IsPersonNoun(token));
}

}  // namespace
}  // namespace pith::compiler
