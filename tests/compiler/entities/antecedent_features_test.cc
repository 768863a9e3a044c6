#include "tools/compiler/entities/antecedent_features.h"

#include <cstddef>
#include <set>

#include "gtest/gtest.h"
#include "tools/compiler/entities/antecedent_network.h"

namespace pith::compiler {
namespace {

TEST(AntecedentFeatures, EachValueHasARowOfItsOwn) {
  std::set<uint16_t> seen;
  for (size_t g = 0; g < static_cast<size_t>(RowGroup::kCount); ++g) {
    const auto group = static_cast<RowGroup>(g);
    for (size_t value = 0; value < RowsIn(group); ++value) {
      EXPECT_TRUE(seen.insert(RowOf(group, value)).second) << g << " " << value;
    }
  }
  EXPECT_EQ(seen.size(), kAntecedentRows);
  EXPECT_EQ(*seen.rbegin() + size_t{1}, kAntecedentRows);
}

TEST(AntecedentFeatures, GreaterValuesHaveTheLastRow) {
  EXPECT_EQ(RowOf(RowGroup::kLed, 4), RowOf(RowGroup::kLed, 1000));
  EXPECT_LT(RowOf(RowGroup::kLed, 3), RowOf(RowGroup::kLed, 4));
  EXPECT_EQ(RowOf(RowGroup::kLed, 1000) + size_t{1}, kAntecedentRows);
}

TEST(AntecedentNetwork, NobodyIsMeantWhereNobodyFits) {
  Pronoun pronoun;
  pronoun.rows = {RowOf(RowGroup::kPronounKind, 0)};
  EXPECT_EQ(ChooseAntecedent(pronoun, {}), -1);
}

TEST(AntecedentNetwork, OneThatFitsWellIsMeantButOfTwoAlikeNeither) {
  Pronoun pronoun;
  pronoun.kind = PronounKind::kPerson;
  pronoun.rows = {RowOf(RowGroup::kPronounKind, 0), RowOf(RowGroup::kPronounRel, static_cast<size_t>(Rel::kNsubj))};
  const auto row = [](AntecedentFeature f) { return RowOf(RowGroup::kAntecedent, f); };
  const Antecedent one = {0,
                          {row(kSameParagraph), row(kWasMainSubject), row(kMostMentions), row(kNamed),
                           row(kGenderKnown), row(kAlone), row(kTopic), row(kMostLed)}};
  EXPECT_EQ(ChooseAntecedent(pronoun, {one}), 0);
  EXPECT_EQ(ChooseAntecedent(pronoun, {one, one}), -1);
}

}  // namespace
}  // namespace pith::compiler
