#include "engine/format/order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace pith {
namespace {

TEST(PartitionPointTest, IsTheFirstThatIsNotBefore) {
  const std::vector<int> sorted = {2, 4, 4, 4, 9};
  for (int key = 0; key <= 10; ++key) {
    const auto expected = std::lower_bound(sorted.begin(), sorted.end(), key) - sorted.begin();
    EXPECT_EQ(PartitionPoint(0, 5, [&](uint32_t i) { return sorted[i] < key; }), expected) << key;
  }
  EXPECT_EQ(PartitionPoint(2, 4, [&](uint32_t i) { return sorted[i] < 9; }), 4u) << "the end of the range given";
  EXPECT_EQ(PartitionPoint(3, 3, [](uint32_t) { return true; }), 3u);
}

TEST(PartitionPointTest, EndsWhateverTheTableSays) {
  uint32_t calls = 0;
  const uint32_t at = PartitionPoint(0, 1u << 31, [&](uint32_t i) { return ++calls, i % 3 == 0; });
  EXPECT_LE(at, 1u << 31);
  EXPECT_LE(calls, 32u);
}

struct Item {
  int score, order;
};

TEST(KeepBestTest, IsAStableSortCutShort) {
  std::mt19937 random(7);
  for (uint32_t capacity : {0u, 1u, 3u, 8u, 40u}) {
    std::vector<Item> all, kept(capacity + 1, {-1, -1});
    uint32_t count = 0;
    for (int i = 0; i < 30; ++i) {
      const Item item = {static_cast<int>(random() % 6), i};
      all.push_back(item);
      const bool was_kept =
          KeepBest(item, capacity, kept.data(), &count, [](const Item& a, const Item& b) { return a.score < b.score; });
      std::vector<Item> sorted = all;
      std::stable_sort(sorted.begin(), sorted.end(), [](const Item& a, const Item& b) { return a.score > b.score; });
      ASSERT_EQ(count, std::min<size_t>(capacity, all.size()));
      bool there = false;
      for (uint32_t k = 0; k < count; ++k) {
        EXPECT_EQ(kept[k].order, sorted[k].order);
        there |= kept[k].order == i;
      }
      EXPECT_EQ(was_kept, there);
    }
    EXPECT_EQ(kept[capacity].score, -1) << "nothing is written behind the capacity";
  }
}

}  // namespace
}  // namespace pith
