#include <gtest/gtest.h>

#include <array>
#include <string>
#include <type_traits>
#include <vector>
#if __cplusplus >= 202002L
#include <span>
#endif

#include "absl/types/span.h"
#include "pith/pith.hpp"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

Span<const uint8_t> SpanOfBytes(const std::string& bytes) {
  return {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()};
}

template <typename Values>
constexpr bool kIsWritable = std::is_convertible_v<Values, Span<int>>;
template <typename Values>
constexpr bool kIsReadable = std::is_convertible_v<Values, Span<const int>>;

static_assert(kIsWritable<int (&)[3]> && kIsWritable<std::array<int, 3>&> && kIsWritable<std::vector<int>&>);
static_assert(kIsWritable<absl::Span<int>> && kIsWritable<Span<int>>);
static_assert(kIsReadable<const int (&)[3]> && kIsReadable<const std::vector<int>&> && kIsReadable<Span<int>>);
static_assert(kIsReadable<absl::Span<const int>> && kIsReadable<const absl::Span<int>&>);
static_assert(!kIsWritable<const std::vector<int>&> && !kIsWritable<absl::Span<const int>>, "what is const stays so");
static_assert(!kIsWritable<std::vector<int>>, "a temporary would be written in vain");
static_assert(!kIsReadable<std::vector<unsigned>&> && !kIsReadable<int*> && !kIsReadable<int>, "other types");
#if __cplusplus >= 202002L
static_assert(kIsWritable<std::span<int>> && kIsReadable<std::span<const int>> && kIsReadable<std::span<int, 3>>);
#endif

TEST(SpanTest, IsThePointerAndTheSizeOfWhatItIsMadeOf) {
  int array[3] = {1, 2, 3};
  std::vector<int> vector(4);
  const std::array<int, 2> pair = {5, 6};
  const Span<int> writable = array;
  writable[2] = 7;
  EXPECT_EQ(array[2], 7);
  EXPECT_EQ(writable.data(), array);
  EXPECT_EQ(writable.size(), 3u);
  EXPECT_EQ(Span<int>(vector).end(), vector.data() + 4);
  EXPECT_EQ(Span<const int>(absl::MakeSpan(vector)).begin(), vector.data());
  EXPECT_EQ(Span<const int>(pair)[1], 6);
  EXPECT_EQ(Span<const int>(writable).size(), 3u);
  EXPECT_EQ(absl::Span<const int>(writable).data(), array) << "and the way back";
  EXPECT_TRUE(Span<int>().empty());
}

TEST(VersionTest, IsTheHeaders) {
  const std::string numbers = std::to_string(PITH_VERSION_MAJOR) + "." + std::to_string(PITH_VERSION_MINOR) + "." +
                              std::to_string(PITH_VERSION_PATCH);
  EXPECT_EQ(PITH_VERSION, numbers);
  EXPECT_EQ(pith_version(), numbers);
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
  EXPECT_EQ(index.Lookup("Ada Verne", "painted", more).Of(more).size(), 1u);
  EXPECT_EQ(index.Lookup("", "", facts).Of(facts).size(), 0u);
}

}  // namespace
}  // namespace pith::testing
