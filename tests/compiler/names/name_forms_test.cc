#include "tools/compiler/names/name_forms.h"

#include <gtest/gtest.h>

namespace pith::compiler {
namespace {

TEST(NameFormsTest, Acronyms) {
  EXPECT_TRUE(IsAcronymOf("NWB", {"northern", "water", "board"}));
  EXPECT_TRUE(IsAcronymOf("U.N.", {"united", "nations"}));
  EXPECT_TRUE(IsAcronymOf("BoL", {"bank", "of", "lota"}));
  EXPECT_TRUE(IsAcronymOf("MCR", {"ministry", "of", "co-operation", "and", "roads"}));
  EXPECT_TRUE(IsAcronymOf("MCOR", {"ministry", "of", "co-operation", "and", "roads"}));
  EXPECT_FALSE(IsAcronymOf("NWA", {"northern", "water", "board"}));
  EXPECT_FALSE(IsAcronymOf("Nwb", {"northern", "water", "board"}));
  EXPECT_FALSE(IsAcronymOf("NW", {"northwest"}));
}

TEST(NameFormsTest, SubsequencesWithInitials) {
  EXPECT_TRUE(IsSubsequence({"jan", "odell"}, {"jan", "p", "odell"}));
  EXPECT_TRUE(IsSubsequence({"j", "odell"}, {"jan", "odell"}));
  EXPECT_FALSE(IsSubsequence({"odell", "jan"}, {"jan", "odell"}));
}

}  // namespace
}  // namespace pith::compiler
