#include "tools/compiler/write/suggestions.h"

#include <string>
#include <vector>

#include "engine/format/records.h"
#include "gtest/gtest.h"
#include "tests/support/small_index.h"
#include "tools/compiler/write/part_writer.h"

namespace pith::compiler {
namespace {

using testing::Observatory;
using testing::TestLanguage;

TEST(AddSuggestions, OnlyWhatFitsIsAdded) {
  const Analysis a = Observatory();
  const auto part = WritePart(a, TestLanguage());
  ASSERT_TRUE(part.ok());
  const Suggestion good = testing::SuggestionsOf(a)[0];
  EXPECT_TRUE(AddSuggestions(*part, {}).ok());
  const auto with = AddSuggestions(*part, {good});
  ASSERT_TRUE(with.ok());
  EXPECT_FALSE(AddSuggestions(*with, {good}).ok()) << "twice";
  EXPECT_FALSE(AddSuggestions("", {good}).ok());
  EXPECT_FALSE(AddSuggestions(*part, std::vector<Suggestion>(kMaxSuggestions + 1, good)).ok());
  Suggestion bad = good;
  bad.question = std::string(kMaxSuggestionBytes + 1, 'a');
  EXPECT_FALSE(AddSuggestions(*part, {bad}).ok());
  bad = good;
  bad.question.clear();
  EXPECT_FALSE(AddSuggestions(*part, {bad}).ok());
  bad = good;
  bad.sentence = 9;
  EXPECT_FALSE(AddSuggestions(*part, {bad}).ok());
  bad = good;
  bad.end = a.sentences[0].end + 1;
  EXPECT_FALSE(AddSuggestions(*part, {bad}).ok());
}

}  // namespace
}  // namespace pith::compiler
