#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "engine/rank/weights.h"
#include "pith/pith.h"
#include "tests/support/asking.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

class CapiTest : public ::testing::Test {
 protected:
  void SetUp() override {
    file_ = IndexOf({Observatory(), Harbour()});
    ASSERT_EQ(Open(file_, &index_), PITH_OK);
  }
  std::string file_;
  pith_index index_;
};

TEST_F(CapiTest, Info) {
  pith_info info;
  ASSERT_EQ(pith_get_info(&index_, &info), PITH_OK);
  EXPECT_EQ(info.major_version, 1);
  EXPECT_EQ(info.articles, 2u);
  EXPECT_EQ(info.sections, 10u);
  EXPECT_EQ(info.sentences, 4u);
  EXPECT_EQ(info.words, 39u);
  EXPECT_EQ(info.facts, 6u);
  EXPECT_EQ(info.bytes, file_.size());
  EXPECT_EQ(AsString(info.language), "en");
  EXPECT_EQ(AsString(info.profile), "standard");
  EXPECT_EQ(info.threshold, DefaultThreshold(TestLanguage()));
  EXPECT_LE(pith_work_size(&index_), PITH_WORK_BYTES);
}

TEST_F(CapiTest, Sections) {
  std::string names;
  uint64_t bytes = 0;
  pith_section section;
  for (uint32_t i = 0; i < 10; ++i) {
    ASSERT_EQ(pith_get_section(&index_, i, &section), PITH_OK);
    names += std::string(section.name) + " ";
    bytes += section.bytes;
  }
  EXPECT_EQ(names, "META DIRE IDIX ARTS TERM POST TITL TITN SPEL LOOK ");
  EXPECT_LE(file_.size() - bytes - kHeaderBytes - 10 * SectionRecord::kBytes, 10 * 7) << "only padding besides";
  EXPECT_EQ(pith_get_section(&index_, 10, &section), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, Articles) {
  pith_article article;
  ASSERT_EQ(pith_get_article(&index_, 0, &article), PITH_OK);
  EXPECT_EQ(AsString(article.id), "lumen");
  EXPECT_EQ(AsString(article.title), "The Lumen Observatory");
  EXPECT_EQ(AsString(article.date), "2020-02-29");
  EXPECT_EQ(AsString(article.url), "https://example.org/lumen");
  EXPECT_EQ(AsString(article.text), Observatory().article.text);
  EXPECT_EQ(article.sentences, 3u);
  EXPECT_EQ(article.words, 31u);
  EXPECT_EQ(article.facts, 5u);
  EXPECT_EQ(article.events, 2u);
  EXPECT_EQ(article.entities, 2u);
  ASSERT_EQ(pith_get_article(&index_, 1, &article), PITH_OK);
  EXPECT_EQ(article.title.size, 0u);
  EXPECT_EQ(pith_get_article(&index_, 2, &article), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(pith_get_article(&index_, PITH_ALL_ARTICLES, &article), PITH_NO_SUCH_ARTICLE);
}

TEST_F(CapiTest, PropertiesOfArticles) {
  pith_article article;
  ASSERT_EQ(pith_get_article(&index_, 0, &article), PITH_OK);
  EXPECT_EQ(AsString(article.author), "A. Writer");
  EXPECT_EQ(AsString(article.licence), "CC0");
  EXPECT_EQ(article.image.size, 0u);
  EXPECT_EQ(AsString(article.meta), R"({"room":7})");
  EXPECT_EQ(article.aliases, 2u);
  EXPECT_EQ(article.tags, 1u);
  pith_text text;
  ASSERT_EQ(pith_get_article_alias(&index_, 0, 0, &text), PITH_OK);
  EXPECT_EQ(AsString(text), "The Old Dome");
  ASSERT_EQ(pith_get_article_alias(&index_, 0, 1, &text), PITH_OK);
  EXPECT_EQ(AsString(text), "Lumen");
  ASSERT_EQ(pith_get_tag(&index_, 0, 0, &text), PITH_OK);
  EXPECT_EQ(AsString(text), "astronomy");
  EXPECT_EQ(pith_get_article_alias(&index_, 0, 2, &text), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_tag(&index_, 0, 1, &text), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_tag(&index_, 0, 0, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_tag(&index_, 2, 0, &text), PITH_NO_SUCH_ARTICLE);
}

TEST_F(CapiTest, AnArticleWithoutPropertiesHasNoTableOfThem) {
  pith_article article;
  ASSERT_EQ(pith_get_article(&index_, 1, &article), PITH_OK);
  EXPECT_EQ(article.aliases + article.tags, 0u);
  EXPECT_EQ(article.author.size + article.licence.size + article.image.size + article.meta.size, 0u);
  pith_text text;
  EXPECT_EQ(pith_get_article_alias(&index_, 1, 0, &text), PITH_INVALID_ARGUMENT);
  const std::string without = PartOf(Harbour()).bytes, with = PartOf(Observatory()).bytes;
  EXPECT_EQ(AsBytes(without).U16(4), static_cast<uint32_t>(PartTable::kProperties));
  EXPECT_GT(AsBytes(with).U16(4), static_cast<uint32_t>(PartTable::kProperties));
}

TEST_F(CapiTest, FindsArticlesByTheirIds) {
  uint32_t number = 99;
  EXPECT_EQ(pith_find_article(&index_, "lumen", 5, &number), PITH_OK);
  EXPECT_EQ(number, 0u);
  EXPECT_EQ(pith_find_article(&index_, "harbour", 7, &number), PITH_OK);
  EXPECT_EQ(number, 1u);
  for (const std::string id : {"", "harbou", "harbours", "lumen ", "zebra"}) {
    EXPECT_EQ(pith_find_article(&index_, id.data(), id.size(), &number), PITH_NO_SUCH_ARTICLE) << id;
  }
  EXPECT_EQ(number, 1u) << "left alone";
}

TEST_F(CapiTest, Sentences) {
  pith_sentence sentence;
  ASSERT_EQ(pith_get_sentence(&index_, 0, 3, &sentence), PITH_OK);
  EXPECT_EQ(AsString(sentence.text), "According to the guide, she left Kråk on 3 May 1952.");
  EXPECT_EQ(sentence.number, 3u);
  EXPECT_EQ(sentence.end - sentence.begin, sentence.text.size);
  EXPECT_EQ(pith_get_sentence(&index_, 0, 0, &sentence), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_sentence(&index_, 0, 4, &sentence), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_sentence(&index_, 9, 1, &sentence), PITH_NO_SUCH_ARTICLE);
}

TEST(PlaceTest, SaysParagraphAndHeading) {
  const OpenFile file(FileOf({Compiled("paper",
                                       "The old mill\n\nAda Verne built the mill. It stands in Kråk.\n\nIt burned in "
                                       "1931.\n\nThe new mill\n\nKarl Stein built another one.")}));
  pith_article article;
  ASSERT_EQ(pith_get_article(file.get(), 0, &article), PITH_OK);
  std::string places;
  for (uint32_t number = 1; number <= article.sentences; ++number) {
    pith_place place = {};
    ASSERT_EQ(pith_get_place(file.get(), 0, number, &place), PITH_OK);
    EXPECT_TRUE(place.first <= number && number <= place.last);
    places += std::to_string(place.paragraph) + ":" + std::to_string(place.first) + "-" + std::to_string(place.last) +
              " under " + std::to_string(place.heading) + "; ";
  }
  EXPECT_EQ(places, "1:1-1 under 0; 2:2-3 under 1; 2:2-3 under 1; 3:4-4 under 1; 4:5-5 under 1; 5:6-6 under 5; ");
  pith_place place;
  EXPECT_EQ(pith_get_place(file.get(), 0, 0, &place), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_place(file.get(), 0, article.sentences + 1, &place), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_place(file.get(), 1, 1, &place), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(pith_get_place(file.get(), 0, 1, nullptr), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, FactsInReadingOrder) {
  pith_fact fact;
  ASSERT_EQ(pith_get_fact(&index_, 0, 0, &fact), PITH_OK);
  EXPECT_EQ(AsString(fact.subject), "Ada Verne");
  EXPECT_EQ(AsString(fact.relation), "founded");
  EXPECT_EQ(AsString(fact.object), "the Lumen Observatory");
  EXPECT_EQ(fact.sentence, 1u);
  EXPECT_EQ(fact.when.kind, PITH_VALUE_DATE);
  EXPECT_EQ(AsString(fact.when.iso), "1931");
  EXPECT_EQ(fact.value.kind, PITH_VALUE_NONE);
  EXPECT_EQ(fact.confidence, 8000);
  EXPECT_EQ(fact.importance, 9000);
  EXPECT_EQ(fact.source, PITH_SOURCE_TEXT);
  ASSERT_EQ(pith_get_fact(&index_, 0, 2, &fact), PITH_OK);
  EXPECT_EQ(fact.value.kind, PITH_VALUE_NUMBER);
  EXPECT_EQ(fact.value.mantissa, 40);
  EXPECT_EQ(fact.value.hedge, PITH_ABOUT);
  EXPECT_EQ(AsString(fact.value.unit), "telescopes");
  ASSERT_EQ(pith_get_fact(&index_, 0, 4, &fact), PITH_OK);
  EXPECT_EQ(AsString(fact.where), "Kråk");
  EXPECT_EQ(AsString(fact.attribution), "the guide");
  EXPECT_EQ(fact.modality, PITH_CLAIMED);
  EXPECT_EQ(pith_get_fact(&index_, 0, 5, &fact), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, Events) {
  pith_event event;
  ASSERT_EQ(pith_get_event(&index_, 0, 1, &event), PITH_OK);
  EXPECT_EQ(AsString(event.date), "1952-05-03");
  EXPECT_EQ(event.sentence, 3u);
  EXPECT_EQ(AsString(event.text), "According to the guide, she left Kråk on 3 May 1952.");
  EXPECT_EQ(pith_get_event(&index_, 0, 2, &event), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, Suggestions) {
  pith_article article;
  ASSERT_EQ(pith_get_article(&index_, 0, &article), PITH_OK);
  EXPECT_EQ(article.suggestions, 2u);
  pith_suggestion suggestion;
  ASSERT_EQ(pith_get_suggestion(&index_, 0, 1, &suggestion), PITH_OK);
  EXPECT_EQ(AsString(suggestion.question), "When did Ada Verne leave Kråk?");
  EXPECT_EQ(AsString(suggestion.answer), "3 May 1952");
  EXPECT_EQ(suggestion.sentence, 3u);
  EXPECT_EQ(suggestion.end - suggestion.begin, 10u);
  EXPECT_EQ(pith_get_suggestion(&index_, 0, 2, &suggestion), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_suggestion(&index_, 1, 0, &suggestion), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_suggestion(&index_, 2, 0, &suggestion), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(pith_get_suggestion(&index_, 0, 0, nullptr), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, EntitiesTheMostMentionedFirst) {
  pith_entity entity;
  ASSERT_EQ(pith_get_entity(&index_, 0, 0, &entity), PITH_OK);
  EXPECT_EQ(AsString(entity.name), "Ada Verne");
  EXPECT_EQ(entity.type, PITH_PERSON);
  ASSERT_EQ(entity.aliases, 1u);
  ASSERT_EQ(entity.mentions, 3u);
  pith_text alias;
  ASSERT_EQ(pith_get_alias(&index_, &entity, 0, &alias), PITH_OK);
  EXPECT_EQ(AsString(alias), "Mrs Verne");
  EXPECT_EQ(pith_get_alias(&index_, &entity, 1, &alias), PITH_INVALID_ARGUMENT);
  std::string said;
  for (uint32_t i = 0; i < entity.mentions; ++i) {
    pith_mention mention;
    ASSERT_EQ(pith_get_mention(&index_, &entity, i, &mention), PITH_OK);
    EXPECT_EQ(mention.sentence, i + 1);
    said += Observatory().article.text.substr(mention.begin, mention.end - mention.begin) + ", ";
  }
  EXPECT_EQ(said, "Ada Verne, Mrs Verne, she, ");
  pith_mention mention;
  EXPECT_EQ(pith_get_mention(&index_, &entity, 3, &mention), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_entity(&index_, 0, 2, &entity), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_entity(&index_, 1, 0, &entity), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, NullsAreInvalid) {
  uint32_t number;
  pith_info info;
  pith_fact fact;
  EXPECT_EQ(pith_open(nullptr, 8, nullptr, 0, &index_), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_open(file_.data(), file_.size(), nullptr, 0, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_info(nullptr, &info), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_info(&index_, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_find_article(&index_, nullptr, 3, &number), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_get_alias(&index_, nullptr, 0, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_lookup(&index_, 0, {AsText("x"), {}, {}}, 0, &fact, 1, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_lookup(&index_, 0, {AsText("x"), {}, {}}, 0, nullptr, 1, &number), PITH_INVALID_ARGUMENT);
  pith_index never_opened;
  std::memset(&never_opened, 0, sizeof never_opened);
  EXPECT_EQ(pith_get_info(&never_opened, &info), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_verify(&never_opened, nullptr), PITH_INVALID_ARGUMENT);
}

TEST_F(CapiTest, LookupsOfNothingAndOfTooMuch) {
  uint32_t count = 99;
  pith_fact fact;
  EXPECT_EQ(pith_lookup(&index_, 0, {}, 0, &fact, 1, &count), PITH_QUESTION_EMPTY);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_lookup(&index_, 2, {AsText("Verne"), {}, {}}, 0, &fact, 1, &count), PITH_NO_SUCH_ARTICLE);
  const std::string much(PITH_MAX_QUESTION_BYTES + 1, 'x');
  EXPECT_EQ(pith_lookup(&index_, 0, {AsText(much), {}, {}}, 0, &fact, 1, &count), PITH_QUESTION_TOO_LONG);
}

TEST(StatusTextTest, EveryStatusHasItsOwn) {
  std::vector<std::string> texts;
  for (pith_status status = PITH_OK; status <= PITH_INVALID_ARGUMENT; ++status) {
    for (const std::string& text : texts) EXPECT_NE(text, pith_status_text(status));
    texts.push_back(pith_status_text(status));
  }
  EXPECT_STREQ(pith_status_text(-1), "unknown status");
}

// Reads every byte of a view, so that a sanitizer sees where it leads.
uint32_t Touch(pith_text text) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < text.size; ++i) sum += static_cast<uint8_t>(text.data[i]);
  return sum;
}

// Calls everything that reads, and reads what it gives. Numbers are bounded: a damaged file may count to billions.
uint32_t CallAll(const pith_index& index) {
  uint32_t sum = 0, number = 0, count = 0;
  pith_info info = {};
  pith_get_info(&index, &info);
  pith_find_article(&index, "harbour", 7, &number);
  pith_fact facts[4];
  for (const uint32_t article : {0u, 1u, PITH_ALL_ARTICLES}) {
    pith_lookup(&index, article, {AsText("Ada Verne"), AsText("founded"), {}}, 0, facts, 4, &count);
    for (uint32_t i = 0; i < count; ++i) sum += Touch(facts[i].object) + Touch(facts[i].when.iso);
  }
  for (uint32_t a = 0; a < 2; ++a) {
    pith_article article;
    if (pith_get_article(&index, a, &article) != PITH_OK) continue;
    sum += Touch(article.id) + Touch(article.title) + Touch(article.url) + Touch(article.text);
    for (uint32_t i = 0; i < 8; ++i) {
      pith_sentence sentence;
      if (pith_get_sentence(&index, a, i, &sentence) == PITH_OK) sum += Touch(sentence.text);
      pith_fact fact;
      if (pith_get_fact(&index, a, i, &fact) == PITH_OK) {
        sum += Touch(fact.subject) + Touch(fact.relation) + Touch(fact.object) + Touch(fact.where) +
               Touch(fact.attribution) + Touch(fact.value.unit) + Touch(fact.when.iso);
      }
      pith_event event;
      if (pith_get_event(&index, a, i, &event) == PITH_OK) sum += Touch(event.date) + Touch(event.text);
      pith_entity entity;
      if (pith_get_entity(&index, a, i, &entity) != PITH_OK) continue;
      sum += Touch(entity.name);
      for (uint32_t k = 0; k < entity.aliases && k < 8; ++k) {
        pith_text alias;
        if (pith_get_alias(&index, &entity, k, &alias) == PITH_OK) sum += Touch(alias);
      }
      for (uint32_t k = 0; k < entity.mentions && k < 8; ++k) {
        pith_mention mention;
        if (pith_get_mention(&index, &entity, k, &mention) == PITH_OK) sum += mention.end - mention.begin;
      }
    }
  }
  return sum;
}

TEST(HostileFileTest, EveryCallOnEveryFlippedByteStaysInside) {
  const std::string good = IndexOf({Observatory(), Harbour()});
  pith_index index;
  ASSERT_EQ(Open(good, &index), PITH_OK);
  const uint32_t sum = CallAll(index);
  EXPECT_NE(sum, 0u);
  uint32_t opened = 0;
  for (size_t i = 0; i < good.size(); ++i) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      // A copy of its own size, with checksums made good, so that nothing but the checks of each read is left.
      std::string damaged = good;
      damaged[i] = static_cast<char>(damaged[i] ^ flip);
      if (i >= kHeaderBytes && Open(damaged, &index) != PITH_OK) Repair(&damaged);
      const std::vector<char> bytes(damaged.begin(), damaged.end());
      if (pith_open(bytes.data(), bytes.size(), LanguageBlock().data(), LanguageBlock().size(), &index) != PITH_OK) {
        continue;
      }
      ++opened;
      CallAll(index);
    }
  }
  EXPECT_GT(opened, good.size()) << "most of the file is not looked at when opening";
}

TEST(HostileFileTest, AFileThatChangesUnderTheIndexStaysInside) {
  const std::string good = IndexOf({Observatory(), Harbour()});
  std::vector<char> bytes(good.begin(), good.end());
  pith_index index;
  ASSERT_EQ(pith_open(bytes.data(), bytes.size(), LanguageBlock().data(), LanguageBlock().size(), &index), PITH_OK);
  const uint32_t sum = CallAll(index);
  for (const int fill : {0x00, 0xFF, 0x7F}) {
    std::fill(bytes.begin(), bytes.end(), static_cast<char>(fill));
    CallAll(index);
    pith_fault fault;
    EXPECT_EQ(pith_verify(&index, &fault), PITH_DAMAGED);
  }
  bytes.assign(good.begin(), good.end());
  EXPECT_EQ(CallAll(index), sum);
}

}  // namespace
}  // namespace pith::testing
