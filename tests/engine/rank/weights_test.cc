#include "engine/rank/weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

std::string Packed(const std::vector<int32_t>& weights) {
  std::string bytes;
  for (const int32_t w : weights) {
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(static_cast<uint32_t>(w) >> (8 * i));
  }
  return bytes;
}

TEST(ProbabilityTest, IsTheLogisticFunction) {
  EXPECT_EQ(Probability(0), 5000u);
  uint32_t before = 0;
  for (int64_t x = -10 * kLogOddsUnit; x <= 10 * kLogOddsUnit; x += kLogOddsUnit / 7) {
    const double exact = 10000 / (1 + std::exp(-static_cast<double>(x) / kLogOddsUnit));
    EXPECT_NEAR(Probability(x), exact, 25) << x;
    EXPECT_EQ(Probability(x) + Probability(-x), 10000u);
    EXPECT_GE(Probability(x), before);
    before = Probability(x);
  }
  EXPECT_LT(Probability(std::numeric_limits<int64_t>::max()), 10000u) << "never quite sure";
}

TEST(NetworkLogOddsTest, IsWhatTheSameNetworkGivesInFractions) {
  constexpr uint32_t kInputs = 5, kAt = 3;
  std::mt19937 random(11);
  std::vector<int32_t> weights(kAt + NetworkWeights(kInputs));
  for (int round = 0; round < 50; ++round) {
    for (int32_t& w : weights) w = static_cast<int32_t>(random() % 4096) - 2048;
    int32_t features[kInputs];
    for (int32_t& f : features) f = static_cast<int32_t>(random() % 256) - 128;
    const uint32_t output = kAt + kHiddenUnits * kInputs;
    double expected = weights[output + kHiddenUnits] / 1024.0;
    for (uint32_t h = 0; h < kHiddenUnits; ++h) {
      double sum = 0;
      for (uint32_t f = 0; f < kInputs; ++f) sum += weights[kAt + h * kInputs + f] / 1024.0 * features[f] / kWholly;
      expected += weights[output + h] / 1024.0 * std::max(0.0, sum);
    }
    const std::string packed = Packed(weights);
    const double got = static_cast<double>(NetworkLogOdds(BytesOf(packed), kAt, features, kInputs)) / kLogOddsUnit;
    EXPECT_NEAR(got, expected, 2.0 * kHiddenUnits / kWholly) << round;  // a hidden unit is cut to a sixteenth
  }
}

TEST(NetworkLogOddsTest, BearsAnyWeights) {
  constexpr uint32_t kInputs = 4;
  const std::string greatest = Packed(std::vector<int32_t>(NetworkWeights(kInputs), 0x7FFFFFFF));
  const int32_t features[kInputs] = {128, 128, 128, 128};
  EXPECT_GT(NetworkLogOdds(BytesOf(greatest), 0, features, kInputs), 0);
  EXPECT_EQ(NetworkLogOdds(Bytes(), 0, features, kInputs), 0) << "weights that are not there are zero";
}

TEST(GroupOfTest, EveryGroupHasAKindOfQuestion) {
  std::vector<uint32_t> kinds(kGroups);
  for (uint32_t kind = 0; kind < kAskKindCount; ++kind) {
    const AskGroup group = GroupOf(static_cast<AskKind>(kind));
    ASSERT_LT(group, kGroups);
    ++kinds[group];
  }
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), 0u), 0);
  EXPECT_EQ(GroupOf(AskKind::kShare), kGroupNumber);
  EXPECT_EQ(GroupOf(AskKind::kYesNo), kGroupOther);
}

}  // namespace
}  // namespace pith
