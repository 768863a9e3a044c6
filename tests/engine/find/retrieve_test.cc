#include "engine/find/retrieve.h"

#include <cmath>

#include "gtest/gtest.h"

namespace pith {
namespace {

TEST(Log2x16, AgreesWithTheLogarithm) {
  for (uint32_t x = 1; x < 100000; x += 1 + x / 50) {
    EXPECT_NEAR(Log2x16(x), 16 * std::log2(static_cast<double>(x)), 2) << x;
  }
  EXPECT_EQ(Log2x16(1), 0u);
  EXPECT_EQ(Log2x16(0xFFFFFFFFu), 31 * 16 + 15u);
  EXPECT_EQ(Log2x16(0), 0u);
}

TEST(Log2x16, NeverFalls) {
  uint32_t before = 0;
  for (uint32_t x = 1; x < 5000; ++x) {
    EXPECT_GE(Log2x16(x), before) << x;
    before = Log2x16(x);
  }
}

TEST(BestSentences, KeepsTheBestInOrderAndTiesInReadingOrder) {
  ScoredSentence kept[3];
  BestSentences best = {kept, 3};
  const uint32_t scores[] = {5, 9, 5, 1, 9, 7};
  for (uint32_t i = 0; i < 6; ++i) best.Offer({0, i, scores[i]});
  ASSERT_EQ(best.count, 3u);
  EXPECT_EQ(kept[0].sentence, 1u);
  EXPECT_EQ(kept[1].sentence, 4u);
  EXPECT_EQ(kept[2].sentence, 5u);
}

TEST(BestSentences, TakesNothingIntoNoRoom) {
  BestSentences best = {nullptr, 0};
  best.Offer({0, 0, 10});
  EXPECT_EQ(best.count, 0u);
}

}  // namespace
}  // namespace pith
