#include "tools/compiler/models/spanning_tree.h"

#include <algorithm>
#include <vector>

#include "gtest/gtest.h"

namespace pith::compiler {
namespace {

using Heads = std::vector<size_t>;

int64_t Sum(const ArcScores& scores, const Heads& heads) {
  int64_t sum = 0;
  for (size_t i = 1; i < heads.size(); ++i) sum += scores.At(i, heads[i]);
  return sum;
}

// Whether node 0 is reached from everywhere, and directly from one node alone.
bool IsTree(const Heads& heads) {
  size_t roots = 0;
  for (size_t i = 1; i < heads.size(); ++i) {
    roots += heads[i] == 0;
    size_t at = i, steps = 0;
    while (at != 0 && ++steps < heads.size()) at = heads[at];
    if (at != 0) return false;
  }
  return heads.size() < 2 || roots == 1;
}

// The slow way: every assignment of heads.
int64_t BestSum(const ArcScores& scores) {
  Heads heads(scores.size, 0);
  int64_t best = INT64_MIN;
  while (true) {
    if (IsTree(heads)) best = std::max(best, Sum(scores, heads));
    size_t i = 1;
    while (i < heads.size() && ++heads[i] == scores.size) heads[i++] = 0;
    if (i == heads.size()) return best;
  }
}

TEST(SpanningTreeTest, BreaksACycleWhereItCostsLeast) {
  // 1 and 2 like each other best; 2 loses less by hanging on the root.
  ArcScores scores(3);
  scores.At(1, 0) = 1;
  scores.At(1, 2) = 9;
  scores.At(2, 0) = 5;
  scores.At(2, 1) = 8;
  EXPECT_EQ(BestTree(scores), (Heads{0, 2, 0}));
}

TEST(SpanningTreeTest, NeedsNoWords) {
  EXPECT_EQ(BestTree(ArcScores(0)), Heads());
  EXPECT_EQ(BestTree(ArcScores(1)), Heads{0});
  EXPECT_EQ(BestTree(ArcScores(2)), (Heads{0, 0}));
}

TEST(SpanningTreeTest, AsGoodAsTryingAll) {
  uint32_t state = 1;
  const auto random = [&state] { return static_cast<int64_t>((state = state * 1664525 + 1013904223) >> 20) % 200; };
  int exact = 0, rounds = 0;
  for (size_t size = 2; size <= 6; ++size) {
    for (int round = 0; round < 60; ++round, ++rounds) {
      ArcScores scores(size);
      for (int64_t& score : scores.all) score = random();
      const Heads heads = BestTree(scores);
      ASSERT_TRUE(IsTree(heads));
      exact += Sum(scores, heads) == BestSum(scores);
    }
  }
  // The one root is chosen before the tree is made anew, which is not exact.
  EXPECT_GE(exact * 100, rounds * 90);
}

TEST(SpanningTreeTest, EqualScoresAndLongCyclesEnd) {
  EXPECT_TRUE(IsTree(BestTree(ArcScores(251))));
  ArcScores ring(251);
  for (size_t i = 1; i < 251; ++i) ring.At(i, i % 250 + 1) = 100;
  EXPECT_TRUE(IsTree(BestTree(ring)));
}

}  // namespace
}  // namespace pith::compiler
