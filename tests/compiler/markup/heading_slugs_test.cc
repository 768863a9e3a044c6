#include "tools/compiler/markup/heading_slugs.h"

#include <gtest/gtest.h>

namespace pith::compiler {
namespace {

TEST(HeadingSlugsTest, LettersNumbersAndHyphens) {
  HeadingSlugs slugs;
  EXPECT_EQ(slugs.Next("Opening hours"), "opening-hours");
  EXPECT_EQ(slugs.Next("What's new in 2.0?"), "whats-new-in-20");
  EXPECT_EQ(slugs.Next("snake_case — and dash-case"), "snake_case--and-dash-case");
  EXPECT_EQ(slugs.Next("Ärger in Århus"), "ärger-in-århus");
}

TEST(HeadingSlugsTest, NoTwoAreTheSame) {
  HeadingSlugs slugs;
  EXPECT_EQ(slugs.Next("Notes"), "notes");
  EXPECT_EQ(slugs.Next("Notes-1"), "notes-1");
  EXPECT_EQ(slugs.Next("NOTES"), "notes-2");
  EXPECT_EQ(slugs.Next("notes"), "notes-3");
  EXPECT_EQ(slugs.Next("Notes 1"), "notes-1-1");
}

}  // namespace
}  // namespace pith::compiler
