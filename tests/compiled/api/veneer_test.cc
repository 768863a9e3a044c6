#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>
#include <vector>
#if __cplusplus >= 202002L
#include <span>
#endif

#include "absl/types/span.h"
#include "pith/pith.hpp"
#include "tests/support/asking.h"
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
  const Found found = index.Lookup({"Ada Verne", ""}, facts);
  ASSERT_TRUE(found.ok());
  std::string objects;
  for (const pith_fact& fact : found.Of(facts)) objects += std::string(View(fact.object)) + "; ";
  EXPECT_EQ(objects,
            "the Lumen Observatory; the old harbour; builder of the Lumen Observatory; about 40 telescopes; Kråk; ");
  std::vector<pith_fact> more(200);
  EXPECT_EQ(index.Lookup({"Ada Verne", "painted"}, more).Of(more).size(), 1u);
  EXPECT_EQ(index.Lookup({"", ""}, facts).Of(facts).size(), 0u);
}

class VeneerOnTextsTest : public ::testing::Test {
 protected:
  VeneerOnTextsTest() : file_(FileOf({Example("sample"), Example("guide")})), c_(file_) {
    EXPECT_EQ(index_.Open(SpanOfBytes(file_), SpanOfBytes(LanguageBlock())), PITH_OK);
  }

  const std::string file_;
  const OpenFile c_;
  pith::Index index_;
  pith::WorkSpace work_;
};

TEST_F(VeneerOnTextsTest, AsksInOneCallAndInStepsAsTheCInterfaceDoes) {
  for (const std::string question : {"How many people were injured?", "Did police open fire?", "volcano"}) {
    const std::vector<pith_answer> expected = c_.Ask(PITH_ALL_ARTICLES, question, 0, 5);
    pith_answer whole[5], stepped[5];
    const Found found = index_.Ask(question, work_, whole, PITH_ALL_ARTICLES, 0);
    ASSERT_TRUE(found.ok()) << StatusText(found.status);
    ASSERT_EQ(index_.BeginAsk(question, work_), PITH_OK);
    bool more = true;
    while (more) ASSERT_EQ(index_.StepAsk(work_, &more), PITH_OK);
    const Found ended = index_.EndAsk(work_, stepped, 0);
    ASSERT_EQ(found.count, expected.size());
    ASSERT_EQ(ended.count, expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(View(whole[i].text), View(expected[i].text));
      EXPECT_EQ(View(stepped[i].text), View(expected[i].text));
      EXPECT_EQ(stepped[i].confidence, expected[i].confidence);
    }
  }
  EXPECT_EQ(index_.EndAsk(work_, {}).status, PITH_INVALID_ARGUMENT) << "nothing was begun";
}

TEST_F(VeneerOnTextsTest, SearchesAndSummarizesAsTheCInterfaceDoes) {
  const std::vector<pith_hit> expected = c_.Search(PITH_ALL_ARTICLES, "people in the city");
  std::vector<pith_hit> hits(100);
  const Found found = index_.Search("people in the city", work_, hits);
  ASSERT_EQ(found.count, expected.size());
  for (uint32_t i = 0; i < found.count; ++i) EXPECT_EQ(hits[i].sentence.number, expected[i].sentence.number);
  const Found near = index_.Near("people in the city", work_, hits);
  ASSERT_GT(near.count, 0u);
  ASSERT_LT(near.count, found.count);
  for (uint32_t i = 0; i < near.count; ++i) {
    const auto same = [&](const pith_hit& hit) { return hit.sentence.number == hits[i].sentence.number; };
    EXPECT_TRUE(std::any_of(expected.begin(), expected.end(), same));
  }
  pith_range marked[9];
  const pith_sentence& first = hits[0].sentence;
  const Found marks = index_.Highlight(first.article, first.number, "people in the city", work_, marked);
  ASSERT_TRUE(marks.ok());
  EXPECT_GT(marks.count, 0u);

  std::vector<pith_fact> facts(PITH_MAX_RESULTS + 10);
  uint32_t count = 0;
  ASSERT_EQ(pith_key_facts(c_.get(), 0, 0, facts.data(), 5, &count), PITH_OK);
  std::vector<pith_fact> same(5);
  EXPECT_EQ(index_.KeyFacts(0, same).count, count);
  EXPECT_EQ(same[4].id, facts[4].id);
  ASSERT_EQ(index_.KeyFacts(0, same, 3).count, 5u);
  EXPECT_EQ(same[1].id, facts[4].id) << "the next page";
}

TEST_F(VeneerOnTextsTest, PagesAndEntitiesAsTheCInterfaceHasThem) {
  pith_hit hits[2];
  ASSERT_EQ(index_.Search("people in the city", work_, hits, PITH_ALL_ARTICLES, 3).count, 2u);
  const std::vector<pith_hit> expected = c_.Search(PITH_ALL_ARTICLES, "people in the city", 2, 3);
  EXPECT_EQ(hits[1].sentence.number, expected[1].sentence.number);
  size_t linked = 0;
  for (const pith_article& article : index_.Articles()) {
    for (const pith_entity& entity : index_.Entities(article)) {
      pith_fact facts[PITH_MAX_RESULTS], same[PITH_MAX_RESULTS];
      uint32_t count = 0;
      ASSERT_EQ(pith_entity_facts(c_.get(), &entity, 1, same, PITH_MAX_RESULTS, &count), PITH_OK);
      const Found found = index_.EntityFacts(entity, facts, 1);
      ASSERT_EQ(found.count, count);
      for (uint32_t i = 0; i < count; ++i) EXPECT_EQ(facts[i].id, same[i].id);
      linked += count;
    }
  }
  EXPECT_GT(linked, 10u);
}

TEST(VeneerSummaryTest, HasAsManySentencesAsThereIsRoomFor) {
  std::string text;
  for (int i = 0; i < 90; ++i) text += "Ada Verne painted harbor number " + std::to_string(i) + " in Lund. ";
  const std::string file = FileOf({Compiled("long", text)});
  pith::Index index;
  ASSERT_EQ(index.Open(SpanOfBytes(file), SpanOfBytes(LanguageBlock())), PITH_OK);
  std::vector<pith_sentence> sentences(85);
  EXPECT_EQ(index.Summarize(0, {0, 0, PITH_BY_RANK}, sentences).count, 85u);
  pith_hit hits[PITH_MAX_RESULTS + 5];
  static pith::WorkSpace work;
  EXPECT_EQ(index.Search("harbor", work, hits).count, PITH_MAX_RESULTS) << "where the C function fills no more";
}

TEST_F(VeneerOnTextsTest, IteratesOverAllThatIsThere) {
  size_t articles = 0, sentences = 0, facts = 0, events = 0, entities = 0, mentions = 0, aliases = 0, suggestions = 0;
  uint64_t total_sentences = 0, total_facts = 0;
  for (const pith_article& article : index_.Articles()) {
    EXPECT_EQ(article.number, articles++);
    total_sentences += article.sentences;
    total_facts += article.facts;
    uint32_t number = 0;
    for (const pith_sentence& sentence : index_.Sentences(article)) {
      EXPECT_EQ(sentence.number, ++number);
      EXPECT_EQ(sentence.article, article.number);
      EXPECT_LE(index_.Place(article.number, number)->first, number);
      ++sentences;
    }
    for (const pith_fact& fact : index_.Facts(article)) facts += fact.id != 0;
    for (const pith_event& event : index_.Events(article)) events += event.date.size != 0;
    for (const pith_suggestion& suggestion : index_.Suggestions(article)) suggestions += suggestion.answer.size != 0;
    for (const pith_entity& entity : index_.Entities(article)) {
      ++entities;
      for (const pith_mention& mention : index_.Mentions(entity)) mentions += mention.sentence != 0;
      for (const pith_text& alias : index_.Aliases(entity)) aliases += alias.size != 0;
    }
    EXPECT_EQ(index_.Facts(article).size(), article.facts);
  }
  EXPECT_EQ(articles, 2u);
  EXPECT_EQ(sentences, total_sentences);
  EXPECT_EQ(facts, total_facts);
  EXPECT_GT(events, 0u);
  EXPECT_GT(entities, 10u);
  EXPECT_GT(mentions, entities);
  EXPECT_GT(aliases, 0u);
  EXPECT_EQ(suggestions, index_.Article(0)->suggestions + index_.Article(1)->suggestions);
  pith::Index closed;
  EXPECT_EQ(closed.Articles().size(), 0u) << "an index that is not open contains nothing";
}

TEST(VeneerOffsetsTest, SayWhatTheCInterfaceSays) {
  const uint32_t bytes[] = {0, 2, 3};
  uint32_t units[3], back[3];
  ASSERT_EQ(Utf16FromBytes("\xC3\xA9!", bytes, units, 3), PITH_OK);
  EXPECT_EQ(units[1], 1u);
  ASSERT_EQ(BytesFromUtf16("\xC3\xA9!", units, back, 3), PITH_OK);
  EXPECT_EQ(back[1], 2u);
}

}  // namespace
}  // namespace pith::testing
