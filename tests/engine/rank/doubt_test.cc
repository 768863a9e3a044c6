// What doubt goes by, on rankings made by hand.

#include "engine/rank/doubt.h"

#include <gtest/gtest.h>

#include <memory>

namespace pith {
namespace {

class DoubtTest : public ::testing::Test {
 protected:
  DoubtTest() {
    ranking_->question = {};
    ranking_->question.kind = AskKind::kPlace;
    ranking_->kept_count = 0;
  }

  ScoredCandidate& Add(int32_t score, uint32_t begin, uint32_t end) {
    ScoredCandidate& it = ranking_->kept[ranking_->kept_count++] = {};
    it.score = score;
    it.begin = begin;
    it.end = end;
    return it;
  }

  const int32_t* Features(uint32_t number) {
    ExtractDoubt(*ranking_, number, features_);
    return features_;
  }

  const std::unique_ptr<Ranking> ranking_ = std::make_unique<Ranking>();
  int32_t features_[kDoubtFeatures];
};

TEST_F(DoubtTest, TheLeadIsBeforeTheBestThatDoesNotOverlap) {
  Add(3 * kLogOddsUnit, 10, 20);
  Add(5 * kLogOddsUnit / 2, 15, 30);
  Add(1 * kLogOddsUnit, 40, 50);
  EXPECT_EQ(Features(0)[kDoubtScore], 3 * 16);
  EXPECT_EQ(Features(0)[kDoubtLead], 2 * 16);
  EXPECT_EQ(Features(2)[kDoubtLead], -2 * 16) << "behind the best";
}

TEST_F(DoubtTest, AloneACandidateLeadsByAsMuchAsIsCounted) {
  Add(20 * kLogOddsUnit, 10, 20);
  EXPECT_EQ(Features(0)[kDoubtLead], 128);
  EXPECT_EQ(Features(0)[kDoubtScore], 128);
}

TEST_F(DoubtTest, ExactlyTheGroupOfTheQuestionIsSet) {
  Add(0, 0, 1);
  for (uint32_t group = 0; group < kGroups; ++group) {
    EXPECT_EQ(Features(0)[kDoubtGroup + group], group == kGroupPlace ? 16 : 0) << group;
  }
}

TEST_F(DoubtTest, SaysWhatIsKnownOfTheCandidate) {
  ScoredCandidate& it = Add(0, 0, 1);
  it.coverage = 9;
  it.covered_words = 16;
  it.missing_words = 5;
  it.judged.fits = true;
  it.judged.focus_share = 7;
  EXPECT_EQ(Features(0)[kDoubtCoverage], 9);
  EXPECT_EQ(Features(0)[kDoubtAllCovered], 16);
  EXPECT_EQ(Features(0)[kDoubtMissingWords], 16) << "at most";
  EXPECT_EQ(Features(0)[kDoubtFits], 16);
  EXPECT_EQ(Features(0)[kDoubtMisfits], 0);
  EXPECT_EQ(Features(0)[kDoubtFocusShare], 7);
  EXPECT_EQ(Features(0)[kDoubtNameAlone], 0);
  it.covered_words = 8;
  EXPECT_EQ(Features(0)[kDoubtNameAlone], 16);
}

TEST_F(DoubtTest, RulesSpeakOfWhatTheTrainingDataLacks) {
  ScoredCandidate& it = Add(0, 0, 1);
  EXPECT_EQ(RuleLogOdds(*ranking_, 0), 0);
  it.missing_name = true;
  const int64_t unnamed = RuleLogOdds(*ranking_, 0);
  EXPECT_LT(unnamed, 0);
  it.missing = 9;
  EXPECT_LT(RuleLogOdds(*ranking_, 0), unnamed);
  it = {};
  it.judged.contradicted = true;
  EXPECT_EQ(RuleLogOdds(*ranking_, 0), 0) << "another country's matters only where an identity is asked for";
  ranking_->question.role = AskRole::kIdentity;
  EXPECT_LT(RuleLogOdds(*ranking_, 0), 0);
  it.judged.stated = true;
  EXPECT_GT(RuleLogOdds(*ranking_, 0), 0);
}

}  // namespace
}  // namespace pith
