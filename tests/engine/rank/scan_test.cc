#include "engine/rank/scan.h"

#include "gtest/gtest.h"

namespace pith {
namespace {

// heads[i] is token i's head; its own number: the root.
Scan Tree(std::initializer_list<uint8_t> heads) {
  Scan scan = {};
  for (const uint8_t head : heads) scan.all[scan.count++].head = head;
  return scan;
}

TEST(TreeDistance, CountsStepsOverTheCommonAncestor) {
  //        2
  //      1   4
  //     0   3 5
  const Scan scan = Tree({1, 2, 2, 4, 2, 4});
  EXPECT_EQ(TreeDistance(scan, 0, 0, 9), 0u);
  EXPECT_EQ(TreeDistance(scan, 0, 1, 9), 1u);
  EXPECT_EQ(TreeDistance(scan, 3, 5, 9), 2u);
  EXPECT_EQ(TreeDistance(scan, 0, 5, 9), 4u);
  EXPECT_EQ(TreeDistance(scan, 5, 0, 9), 4u);
}

TEST(TreeDistance, StopsAtTheLimit) {
  const Scan scan = Tree({1, 2, 2, 4, 2, 4});
  EXPECT_EQ(TreeDistance(scan, 0, 5, 3), 3u);
}

TEST(TreeDistance, EndsInACycle) {
  const Scan scan = Tree({1, 0, 2});
  EXPECT_EQ(TreeDistance(scan, 0, 2, 12), 12u);
}

}  // namespace
}  // namespace pith
