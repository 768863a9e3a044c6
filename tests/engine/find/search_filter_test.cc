#include "engine/find/search_filter.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

// What is left of a search, and whether anything is demanded.
std::string Left(const std::string& search, bool* demands = nullptr) {
  SearchFilter filter;
  filter.Read(English(), BytesOf(search));
  if (demands != nullptr) *demands = !filter.empty();
  return std::string(reinterpret_cast<const char*>(filter.text().data()), filter.text().size());
}

TEST(SearchFilterTest, BlanksOutSignsAndWhatIsExcluded) {
  EXPECT_EQ(Left("old \"long bridge\" mill"), "old  long bridge  mill");
  EXPECT_EQ(Left("mill -bridge river"), "mill         river");
  EXPECT_EQ(Left("mill -\"long bridge\""), "mill               ");
  EXPECT_EQ(Left("title:mill wheel"), "      mill wheel");
  EXPECT_EQ(Left("TITLE:\"old mill\" -title:bridge"), "       old mill               ");
  EXPECT_EQ(Left("“old mill” wheel"), "   old mill    wheel") << "whatever the marks look like";
}

TEST(SearchFilterTest, WhatIsNoDemandStaysAsItIs) {
  for (const std::string search :
       {"old mill", "a - b", "-5 degrees", "well-known", "\"old mill", "12\" pipe", "title: mill", "subtitle:mill",
        "\"\"", "-", "-\"", "title:", "-title:", "title:\"mill", "", "   ", "\xFF\"\xFE"}) {
    bool demands = true;
    EXPECT_EQ(Left(search, &demands), search);
    EXPECT_FALSE(demands) << search;
  }
}

TEST(SearchFilterTest, RequiresTheWordsThatMustBeThere) {
  SearchFilter filter;
  filter.Read(English(), BytesOf(std::string("old \"long mill\" -bridge title:river")));
  EXPECT_FALSE(filter.Requires(0));
  EXPECT_TRUE(filter.Requires(5));
  EXPECT_TRUE(filter.Requires(10));
  EXPECT_FALSE(filter.Requires(17));
  EXPECT_TRUE(filter.Requires(30));
}

TEST(SearchFilterTest, MoreThanItTakesIsText) {
  std::string many, words = "\"";
  for (uint32_t i = 0; i <= kMaxDemands; ++i) many += "-a ";
  EXPECT_EQ(Left(many), std::string(3 * kMaxDemands, ' ') + "-a ");
  for (uint32_t i = 0; i <= kMaxDemandWords; ++i) words += "a ";
  EXPECT_EQ(Left(words + "\""), words + "\"");
  EXPECT_EQ(Left(std::string(PITH_MAX_QUESTION_BYTES + 1, 'a')), "");
}

}  // namespace
}  // namespace pith
