#include "tools/train/common/learner.h"

#include <gtest/gtest.h>

#include <string>

#include "tools/compiler/byte_writer.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {
namespace {

constexpr int kTaught = 300;

// What tells class `n % 3` of the examples below: one feature that names it, and one that says nothing.
HashedFeatures FeaturesOf(int n) {
  HashedFeatures features;
  features.Add(Mix(1, n % 3));
  features.Add(Mix(2, n % 7));
  return features;
}

// Learns the examples ten times over, each until its class leads by one.
Learner Taught() {
  Learner learner(3);
  for (int round = 0; round < 10; ++round) {
    for (int n = 0; n < kTaught; ++n) {
      int32_t scores[3];
      const HashedFeatures features = FeaturesOf(n);
      learner.Score(features.span(), absl::MakeSpan(scores));
      const int32_t right = scores[n % 3];
      scores[n % 3] = INT32_MIN;
      const int rival = BestClass(scores, 3);
      if (right <= scores[rival]) learner.Update(features.span(), n % 3, rival);
      learner.Tick();
    }
  }
  return learner;
}

TEST(LearnerTest, TheSectionAnswersAsItWasTaught) {
  const std::string section = Taught().Section(1 << 16, 1);
  LinearModel model;
  ASSERT_TRUE(model.Open(AsBytes(section)).ok());
  ASSERT_EQ(model.classes(), 3);
  for (int n = 0; n < 21; ++n) {
    int32_t scores[3];
    model.Score(FeaturesOf(n).span(), absl::MakeSpan(scores));
    EXPECT_EQ(BestClass(scores, 3), n % 3) << n;
  }
}

TEST(LearnerTest, TheSameExamplesGiveTheSameSection) {
  EXPECT_EQ(Taught().Section(1 << 16, 1), Taught().Section(1 << 16, 1));
}

TEST(LearnerTest, TheSmallestWeightsGoFirstWhereRoomIsShort) {
  Learner learner(2);
  HashedFeatures strong, weak;
  strong.Add(1);
  weak.Add(2);
  for (int i = 0; i < 100; ++i) {
    learner.Change(strong.span(), 0, 1);
    if (i % 20 == 0) learner.Change(weak.span(), 1, 1);
    learner.Tick();
  }
  const std::string whole = learner.Section(1 << 16, 1), cut = learner.Section(whole.size() - 1, 1);
  ASSERT_LT(cut.size(), whole.size());
  LinearModel model;
  ASSERT_TRUE(model.Open(AsBytes(cut)).ok());
  int32_t scores[2];
  model.Score(strong.span(), absl::MakeSpan(scores));
  EXPECT_GT(scores[0], 0);
  model.Score(weak.span(), absl::MakeSpan(scores));
  EXPECT_EQ(scores[1], 0);
}

TEST(LearnerTest, WeightsChangedSeldomAreLeftOut) {
  Learner learner(2);
  HashedFeatures once, twice;
  once.Add(1);
  twice.Add(2);
  learner.Change(once.span(), 0, 1);
  learner.Change(twice.span(), 0, 1);
  learner.Tick();
  learner.Change(twice.span(), 0, 1);
  learner.Tick();
  const std::string section = learner.Section(1 << 16, 2);
  LinearModel model;
  ASSERT_TRUE(model.Open(AsBytes(section)).ok());
  int32_t scores[2];
  model.Score(once.span(), absl::MakeSpan(scores));
  EXPECT_EQ(scores[0], 0);
  model.Score(twice.span(), absl::MakeSpan(scores));
  EXPECT_GT(scores[0], 0);
}

}  // namespace
}  // namespace pith::compiler
