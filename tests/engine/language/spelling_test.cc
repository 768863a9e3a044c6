#include "engine/language/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "tests/engine/language/language_file.h"
#include "tests/support/edit_distance.h"

namespace pith {
namespace {

uint32_t Distance(const std::string& a, const std::string& b, uint32_t limit) {
  return EditDistance(BytesOf(a), BytesOf(b), limit);
}

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(Distance("harbour", "harbour", 2), 0u);
  EXPECT_EQ(Distance("harbor", "harbour", 2), 1u);
  EXPECT_EQ(Distance("habrour", "harbour", 2), 1u);  // neighbors swapped
  EXPECT_EQ(Distance("hatbous", "harbour", 2), 2u);
  EXPECT_EQ(Distance("", "ab", 2), 2u);
  EXPECT_EQ(Distance("", "", 0), 0u);
}

TEST(EditDistance, StopsAtTheLimit) {
  EXPECT_EQ(Distance("kitten", "sitting", 2), 3u);
  EXPECT_EQ(Distance("kitten", "sitting", 3), 3u);
  EXPECT_EQ(Distance("a", "b", 0), 1u);
  EXPECT_EQ(Distance("a", "abcdef", 2), 3u);
}

TEST(EditDistance, RefusesLongWords) {
  EXPECT_EQ(Distance(std::string(65, 'a'), std::string(65, 'a'), 2), 3u);
  EXPECT_EQ(Distance(std::string(64, 'a'), std::string(64, 'a'), 2), 0u);
}

TEST(EditDistance, AgreesWithTheWholeTable) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string a, b;
    for (size_t n = random() % 10; n > 0; --n) a += static_cast<char>('a' + random() % 3);
    for (size_t n = random() % 10; n > 0; --n) b += static_cast<char>('a' + random() % 3);
    const uint32_t limit = random() % 5;
    ASSERT_EQ(Distance(a, b, limit), std::min(testing::SlowEditDistance(a, b), limit + 1))
        << a << " " << b << " " << limit;
  }
}

}  // namespace
}  // namespace pith
