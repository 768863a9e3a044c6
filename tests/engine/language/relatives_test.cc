#include "engine/language/relatives.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/language/language.h"
#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

std::string SectionOf(uint32_t name) {
  const Bytes section = English().Section(name);
  return std::string(reinterpret_cast<const char*>(section.data()), section.size());
}

TEST(RelativesTest, AreWholeAndBounded) {
  const std::string near = SectionOf(kSectionRelatives);
  const Relatives relatives(BytesOf(near));
  EXPECT_TRUE(relatives.IsWhole());
  uint32_t most = 0;
  for (uint32_t key = 0; key < relatives.lists() + 100; ++key) {
    RelatedKey related[kMaxRelated];
    const uint32_t count = relatives.Of(key, related, kMaxRelated);
    ASSERT_LE(count, kMaxRelated);
    if (count > most) most = count;
    for (uint32_t i = 0; i < count; ++i) {
      ASSERT_LT(related[i].key, relatives.lists());
      ASSERT_GT(related[i].key, i == 0 ? 0 : related[i - 1].key);
      ASSERT_GT(related[i].strength, 0);
    }
    EXPECT_LE(relatives.Of(key, related, 1), 1u);
  }
  EXPECT_EQ(most, kMaxRelated) << "else nothing was tested at the limit";
}

TEST(RelativesTest, DamageIsSeenAndReadsNothingOutside) {
  const std::string good = SectionOf(kSectionRelatives);
  RelatedKey related[kMaxRelated];
  // Ones everywhere: no end of a number. Zeros everywhere: no count. Cut anywhere: lists that end nowhere.
  for (const char fill : {'\xFF', '\0'}) {
    std::string bad = good;
    bad.replace(bad.size() / 2, bad.size() / 4, bad.size() / 4, fill);
    const Relatives relatives(BytesOf(bad));
    EXPECT_FALSE(relatives.IsWhole());
    for (uint32_t key = 0; key < relatives.lists(); ++key) {
      const uint32_t count = relatives.Of(key, related, kMaxRelated);
      ASSERT_LE(count, kMaxRelated);
      for (uint32_t i = 0; i < count; ++i) ASSERT_LT(related[i].key, relatives.lists());
    }
  }
  for (const size_t size : {size_t{0}, size_t{5}, size_t{100}, good.size() / 2, good.size() - 1}) {
    const std::string cut = good.substr(0, size);
    const Relatives relatives(BytesOf(cut));
    EXPECT_EQ(relatives.IsWhole(), size == 0) << size;
    for (uint32_t key = 0; key < 40000; key += 7) ASSERT_LE(relatives.Of(key, related, kMaxRelated), kMaxRelated);
  }
}

TEST(PhrasesTest, AreWhole) {
  const std::string good = SectionOf(kSectionPhrases);
  EXPECT_TRUE(Phrases(BytesOf(good)).IsWhole());
  EXPECT_GT(Phrases(BytesOf(good)).size(), 1000u);
  const uint32_t keys[] = {1, 2};
  for (const size_t size : {size_t{0}, size_t{1}, size_t{100}, good.size() - 2}) {
    const std::string cut = good.substr(0, size);
    const Phrases phrases(BytesOf(cut));
    EXPECT_EQ(phrases.IsWhole(), size == 0) << size;
    EXPECT_LE(phrases.Find(keys, 2), phrases.size());
  }
  std::string bad = good;
  bad.replace(2, 2, "\xFF\xFF");
  EXPECT_FALSE(Phrases(BytesOf(bad)).IsWhole());
}

TEST(PhrasesTest, OppositesAreKnownBothWays) {
  const auto key = [](const char* word) { return English().Find(BytesOf(word)).key; };
  EXPECT_TRUE(Phrases(BytesOf(SectionOf(kSectionOpposites))).IsWhole());
  EXPECT_TRUE(English().AreOpposites(key("open"), key("closed")));
  EXPECT_TRUE(English().AreOpposites(key("closing"), key("opened")));
  EXPECT_FALSE(English().AreOpposites(key("open"), key("open")));
  EXPECT_FALSE(English().AreOpposites(key("open"), key("mill")));
  EXPECT_FALSE(Language().AreOpposites(1, 2)) << "a block without the section";
}

TEST(RelativesTest, EverydayPhrasesLeadToTheTextsWords) {
  const auto key = [](const char* word) { return English().Find(BytesOf(word)).key; };
  const uint32_t keys[] = {key("passed"), key("away")};
  const uint32_t phrase = English().FindPhrase(keys, 2);
  ASSERT_NE(phrase, 0u);
  RelatedKey related[kMaxRelated];
  const uint32_t count = English().Related(phrase, related, kMaxRelated);
  bool found = false;
  for (uint32_t i = 0; i < count; ++i) found |= related[i].key == key("died");
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace pith
