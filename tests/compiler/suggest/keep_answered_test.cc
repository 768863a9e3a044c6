#include "tools/compiler/suggest/keep_answered.h"

#include <string>
#include <vector>

#include "engine/format/records.h"
#include "gtest/gtest.h"
#include "tests/support/small_index.h"
#include "tools/compiler/write/index_writer.h"
#include "tools/compiler/write/part_writer.h"

namespace pith::compiler {
namespace {

using testing::Observatory;
using testing::TestLanguage;

class KeepAnsweredTest : public ::testing::Test {
 protected:
  KeepAnsweredTest() : article_(Observatory()) {
    const auto part = WritePart(article_, TestLanguage());
    EXPECT_TRUE(part.ok());
    const auto index = WriteIndex({{article_.article.id, *part}}, testing::LanguageBlock(), false, WordVectors());
    EXPECT_TRUE(index.ok());
    index_ = *index;
    right_.suggestion = testing::SuggestionsOf(article_)[0];
  }

  size_t Kept(const std::vector<SuggestionDraft>& drafts, size_t budget) const {
    return KeepAnswered(drafts, index_, TestLanguage(), budget).size();
  }

  const Analysis article_;
  std::string index_;
  SuggestionDraft right_;
};

TEST_F(KeepAnsweredTest, KeepsWhatTheEngineAnswersAsTheDraftDoes) {
  SuggestionDraft elsewhere = right_;
  elsewhere.suggestion.sentence = 2;
  elsewhere.suggestion.begin = article_.sentences[2].begin;
  elsewhere.suggestion.end = article_.sentences[2].end;
  SuggestionDraft beside = right_;  // the right sentence, but other words of it
  beside.suggestion.begin = article_.sentences[0].end - 5;
  beside.suggestion.end = article_.sentences[0].end;
  const auto kept = KeepAnswered({elsewhere, right_, beside}, index_, TestLanguage(), 1000);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].question, right_.suggestion.question);
  EXPECT_EQ(kept[0].begin, right_.suggestion.begin);
}

TEST_F(KeepAnsweredTest, KeepsAsManyAsTheBudgetHolds) {
  const size_t size = SuggestionRecord::kBytes + right_.suggestion.question.size();
  EXPECT_EQ(Kept({right_}, size), 1u);
  EXPECT_EQ(Kept({right_}, size - 1), 0u);
}

TEST_F(KeepAnsweredTest, KeepsOneOfTwoWithTheSameAnswer) { EXPECT_EQ(Kept({right_, right_}, 1000), 1u); }

TEST_F(KeepAnsweredTest, ADamagedIndexAnswersNothing) {
  index_.resize(index_.size() / 2);
  EXPECT_EQ(Kept({right_}, 1000), 0u);
}

TEST(SuggestionBudgetTest, GrowsWithTheText) {
  EXPECT_EQ(SuggestionBudget(0), 160u);
  EXPECT_EQ(SuggestionBudget(600), 200u);
  EXPECT_EQ(SuggestionBudget(1200), 384u);
  EXPECT_EQ(SuggestionBudget(2000), 400u);
  EXPECT_EQ(SuggestionBudget(1 << 24), kMaxSuggestions * (kMaxSuggestionBytes + SuggestionRecord::kBytes));
}

}  // namespace
}  // namespace pith::compiler
