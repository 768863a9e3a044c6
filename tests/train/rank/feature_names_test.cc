#include "tools/train/rank/feature_names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace pith::train {
namespace {

// Every feature of an enumeration has a name, and none has that of another.
template <typename Feature>
void ExpectNames(int count) {
  std::set<std::string> names;
  for (int i = 0; i < count; ++i) {
    const std::string name = NameOf(static_cast<Feature>(i));
    EXPECT_FALSE(name.empty()) << i;
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

TEST(FeatureNamesTest, EachFeatureHasItsOwn) {
  ExpectNames<compiler::RankFeature>(compiler::kRankFeatureCount);
  ExpectNames<compiler::TextFeature>(compiler::kTextFeatureCount);
}

}  // namespace
}  // namespace pith::train
