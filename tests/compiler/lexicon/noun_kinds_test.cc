#include "tools/compiler/lexicon/noun_kinds.h"

#include <gtest/gtest.h>

#include "tests/compiler/text_cases.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

TEST(NounKindsTest, AsksTheBlockForWhatTheTableLacks) {
  for (const char* noun : {"company", "university", "ministry", "orchestra", "organisation", "festival"}) {
    EXPECT_EQ(NounKindOf(TestLanguage(), noun), NounKind::kOrganization) << noun;
  }
  for (const char* noun : {"airport", "museum", "bridge", "river", "lake", "mountain"}) {
    EXPECT_EQ(NounKindOf(TestLanguage(), noun), NounKind::kSite) << noun;
  }
  for (const char* noun : {"city", "island", "state"}) EXPECT_EQ(NounKindOf(TestLanguage(), noun), NounKind::kPlace);
  for (const char* noun : {"paris", "side", "mayor", "qwertz", ""}) {
    EXPECT_EQ(NounKindOf(TestLanguage(), noun), NounKind::kOther) << noun;
  }
}

TEST(NounKindsTest, TheTableRepeatsNothingOfTheBlock) {
  for (const auto& [noun, kind] : NounKinds().rows()) {
    const auto known = static_cast<NounClass>(TestLanguage().Find(AsBytes(noun)).noun_class);
    if (kind == NounKind::kOrganization) {
      EXPECT_NE(known, NounClass::kOrganization) << noun;
    }
  }
}

TEST(NounKindsTest, DescribedPlacesArePlaces) {
  for (const absl::string_view noun : DescribedPlaces().words()) {
    EXPECT_EQ(NounKinds().Find(noun, NounKind::kOther), NounKind::kPlace) << noun;
  }
}

}  // namespace
}  // namespace pith::compiler
