#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/pith.hpp"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

absl::Span<const uint8_t> SpanOfBytes(const std::string& bytes) {
  return absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

TEST(VeneerTest, SaysWhatTheCInterfaceSays) {
  const std::string file = IndexOf({Observatory(), Harbour()});
  pith::Index index;
  EXPECT_EQ(index.Info().status, PITH_INVALID_ARGUMENT) << "not yet open";
  EXPECT_EQ(index.Open(SpanOfBytes(file)), PITH_NO_LANGUAGE);
  ASSERT_EQ(index.Open(SpanOfBytes(file), SpanOfBytes(LanguageBlock())), PITH_OK);
  EXPECT_EQ(index.Verify(), PITH_OK);
  EXPECT_EQ(index.Info()->articles, 2u);
  EXPECT_EQ(index.Section(0)->name, std::string("META"));
  EXPECT_EQ(View(index.Article(0)->title), "The Lumen Observatory");
  EXPECT_EQ(*index.FindArticle("harbour"), 1u);
  EXPECT_EQ(index.FindArticle("nowhere").status, PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(View(index.Sentence(1, 1)->text), "The old harbour was painted by Ada Verne.");
  EXPECT_EQ(View(index.Fact(1, 0)->relation), "painted");
  EXPECT_EQ(View(index.Event(0, 0)->date), "1931");
  EXPECT_EQ(View(index.Suggestion(0, 0)->answer), "Ada Verne");
  const auto entity = index.Entity(0, 0);
  EXPECT_EQ(View(entity->name), "Ada Verne");
  EXPECT_EQ(View(*index.Alias(*entity, 0)), "Mrs Verne");
  EXPECT_EQ(index.Mention(*entity, 2)->sentence, 3u);
}

TEST(VeneerTest, FoundNamesTheFilledPart) {
  const std::string file = IndexOf({Observatory(), Harbour()});
  pith::Index index;
  ASSERT_EQ(index.Open(SpanOfBytes(file), SpanOfBytes(LanguageBlock())), PITH_OK);
  pith_fact facts[9];
  const Found found = index.Lookup("Ada Verne", "", facts);
  ASSERT_TRUE(found.ok());
  std::string objects;
  for (const pith_fact& fact : found.Of(facts)) objects += std::string(View(fact.object)) + "; ";
  EXPECT_EQ(objects,
            "the Lumen Observatory; the old harbour; builder of the Lumen Observatory; about 40 telescopes; Kråk; ");
  std::vector<pith_fact> more(200);
  EXPECT_EQ(index.Lookup("Ada Verne", "painted", absl::MakeSpan(more)).Of(more).size(), 1u);
  EXPECT_EQ(index.Lookup("", "", facts).Of(facts).size(), 0u);
}

}  // namespace
}  // namespace pith::testing
