#include "engine/find/lookup.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

PhraseKeys Read(const std::string& phrase) {
  PhraseKeys keys;
  EXPECT_TRUE(ReadPhrase(TestLanguage(), AsBytes(phrase), &keys)) << phrase;
  return keys;
}

TEST(ReadPhraseTest, LeavesOutDeterminersTitlesAndPossessives) {
  EXPECT_EQ(Read("the harbour").name, Read("Harbour").name);
  EXPECT_EQ(Read("Mrs Verne").name, Read("Verne").name);
  EXPECT_EQ(Read("Verne's").name, Read("verne").name);
  EXPECT_EQ(Read("Verne’s").name, Read("verne").name);
  EXPECT_NE(Read("Ada Verne").name, Read("Verne").name);
  EXPECT_NE(Read("Ada Verne").name, Read("Verne Ada").name);
}

TEST(ReadPhraseTest, WordsAreRunsOfLettersAndDigits) {
  EXPECT_EQ(Read("Jean-Luc  d'Arbois").size, 4u);
  EXPECT_EQ(Read("JEAN LUC D ARBOIS").name, Read("Jean-Luc d’Arbois").name);
  EXPECT_EQ(Read("Kråk").name, Read("krak").name);
  EXPECT_EQ(Read("the mills'").name, Read("mills").name);
  EXPECT_EQ(Read("'Harbour'").name, Read("harbour").name);
  EXPECT_EQ(Read("1,000").size, 2u);
  EXPECT_EQ(Read("東京").size, 2u) << "an ideograph is a word";
  EXPECT_EQ(Read("har\u00ADbour").name, Read("harbour").name) << "a soft hyphen is nothing";
  EXPECT_EQ(Read("\xFF\xFE mill \x80").name, Read("mill").name) << "what is no UTF-8 is no word";
  EXPECT_EQ(Read(std::string(500, 'x')).size, 1u) << "a long word is cut";
}

TEST(ReadPhraseTest, TitlesAreLeftOutAtTheBeginningOfASubjectAlone) {
  EXPECT_NE(Read("prime minister").name, Read("prime").name);
  EXPECT_EQ(Read("prime minister").head, Read("minister").name);
  EXPECT_EQ(Read("prime minister").size, 2u);
  EXPECT_EQ(Read("minister of defence").size, 2u) << "a relation has them all";
}

TEST(ReadPhraseTest, WithNothingElseTheseCount) {
  EXPECT_NE(Read("the president").name, 0u);
  EXPECT_EQ(Read("the president").name, Read("president").name);
  EXPECT_NE(Read("she").name, 0u);
  EXPECT_EQ(Read("").name, 0u);
  EXPECT_EQ(Read("?! ...").size, 0u);
}

TEST(ReadPhraseTest, TheHeadIsTheLastWordBeforeAPreposition) {
  EXPECT_EQ(Read("the old harbour of Kråk").head, Read("harbour").name);
  EXPECT_EQ(Read("Ada Verne").head, Read("Verne").name);
  EXPECT_EQ(Read("Verne").head, Read("Verne").name);
}

TEST(ReadPhraseTest, OfALongPhraseTheFirstWordsCount) {
  std::string phrase;
  for (uint32_t i = 1; i < kMaxLookupWords; ++i) phrase += "harbour ";
  const PhraseKeys keys = Read(phrase + "tower");
  EXPECT_EQ(keys.size, kMaxLookupWords);
  EXPECT_NE(keys.name, Read(phrase + "museum").name);
  EXPECT_EQ(keys.name, Read(phrase + "tower of the museum").name);
}

TEST(ReadPhraseTest, HasALimit) {
  PhraseKeys keys;
  EXPECT_FALSE(ReadPhrase(TestLanguage(), AsBytes(std::string(PITH_MAX_QUESTION_BYTES + 1, '!')), &keys));
}

TEST(CombineKeysTest, IsNeverZeroAndMindsOrder) {
  EXPECT_NE(CombineKeys(0, 0), 0u);
  EXPECT_NE(CombineKeys(0, 0x811C9DC5), 0u) << "what the first step turns to zero";
  EXPECT_NE(CombineKeys(CombineKeys(0, 1), 2), CombineKeys(CombineKeys(0, 2), 1));
}

class LookupTest : public ::testing::Test {
 protected:
  void SetUp() override {
    file_ = IndexOf({Observatory(), Harbour()});
    ASSERT_EQ(Open(file_, &index_), PITH_OK);
  }

  std::vector<pith_fact> FactsOf(uint32_t article, pith_pattern pattern, uint32_t skip, uint32_t capacity) {
    std::vector<pith_fact> facts(capacity);
    uint32_t count = 0;
    EXPECT_EQ(pith_lookup(&index_, article, pattern, skip, facts.data(), capacity, &count), PITH_OK);
    facts.resize(count);
    return facts;
  }

  // The objects found, joined by "; ".
  std::string Find(uint32_t article, const std::string& subject, const std::string& relation, uint32_t capacity = 8) {
    std::string out;
    for (const pith_fact& fact : FactsOf(article, {AsText(subject), AsText(relation), {}}, 0, capacity)) {
      out += (out.empty() ? "" : "; ") + AsString(fact.object);
    }
    return out;
  }

  // "subject relation" of the facts with that object, joined by "; ".
  std::string Objects(uint32_t article, const std::string& subject, const std::string& relation,
                      const std::string& object) {
    std::string out;
    for (const pith_fact& fact : FactsOf(article, {AsText(subject), AsText(relation), AsText(object)}, 0, 8)) {
      out += (out.empty() ? "" : "; ") + AsString(fact.subject) + " " + AsString(fact.relation);
    }
    return out;
  }

  std::string file_;
  pith_index index_;
};

TEST_F(LookupTest, FindsByNameAndRelation) {
  EXPECT_EQ(Find(0, "Ada Verne", "founded"), "the Lumen Observatory");
  EXPECT_EQ(Find(0, "Ada Verne", "made"), "about 40 telescopes");
  EXPECT_EQ(Find(0, "Ada Verne", "painted"), "") << "that is told in the other article";
  EXPECT_EQ(Find(0, "Nobody", ""), "");
}

TEST_F(LookupTest, FindsByAliasAndHead) {
  EXPECT_EQ(Find(0, "Mrs Verne", "founded"), "the Lumen Observatory");
  EXPECT_EQ(Find(0, "Verne", "founded"), "the Lumen Observatory");
  EXPECT_EQ(Find(0, "LO", "stands for"), "Lumen Observatory");
  EXPECT_EQ(Find(0, "the Lumen Observatory", "stands for"), "Lumen Observatory");
}

TEST_F(LookupTest, WithoutARelationAllFactsTheMostImportantFirst) {
  EXPECT_EQ(Find(0, "Ada Verne", ""),
            "the Lumen Observatory; builder of the Lumen Observatory; about 40 telescopes; Kråk");
  EXPECT_EQ(Find(0, "Ada Verne", "", 2), "the Lumen Observatory; builder of the Lumen Observatory");
  EXPECT_EQ(Find(0, "Ada Verne", "", 0), "");
}

TEST_F(LookupTest, OverAllArticlesTheBestOfAll) {
  EXPECT_EQ(Find(PITH_ALL_ARTICLES, "Ada Verne", "", 3),
            "the Lumen Observatory; the old harbour; builder of the Lumen Observatory");
  EXPECT_EQ(Find(PITH_ALL_ARTICLES, "Ada Verne", "painted"), "the old harbour");
}

TEST_F(LookupTest, FindsByObject) {
  EXPECT_EQ(Objects(0, "", "", "Lumen Observatory"), "Ada Verne founded; LO stands for");
  EXPECT_EQ(Objects(0, "", "", "the LO"), "Ada Verne founded; LO stands for") << "an alias of the object's entity";
  EXPECT_EQ(Objects(0, "", "", "telescopes"), "Ada Verne made") << "the object's head";
  EXPECT_EQ(Objects(0, "", "founded", "Observatory"), "Ada Verne founded");
  EXPECT_EQ(Objects(0, "", "", "Ada Verne"), "") << "a subject, never an object";
  EXPECT_EQ(Objects(PITH_ALL_ARTICLES, "", "", "the old harbour"), "Ada Verne painted");
}

TEST_F(LookupTest, FindsBySubjectAndObject) {
  EXPECT_EQ(Objects(0, "Verne", "", "Observatory"), "Ada Verne founded");
  EXPECT_EQ(Objects(0, "LO", "", "Observatory"), "LO stands for");
  EXPECT_EQ(Objects(0, "Verne", "made", "Observatory"), "");
  EXPECT_EQ(Objects(0, "Verne", "", "Kråk"), "Ada Verne left");
  EXPECT_EQ(Objects(PITH_ALL_ARTICLES, "Verne", "painted", "harbour"), "Ada Verne painted");
}

TEST_F(LookupTest, PagesJoinedAreTheWhole) {
  compiler::Analysis a = Sketch("pages", {"Mills were sold."});
  for (int i = 0; i < 200; ++i) {
    a.facts.push_back(FactOf(a, 0, "mills", "sold", "object " + std::to_string(i), static_cast<uint16_t>(i * 7 % 50)));
  }
  file_ = IndexOf({Observatory(), a, Harbour()});
  ASSERT_EQ(Open(file_, &index_), PITH_OK);
  for (const uint32_t article : {1u, PITH_ALL_ARTICLES}) {
    std::vector<uint64_t> expected;  // by importance, then as they stand
    for (int importance = 49; importance >= 0; --importance) {
      for (uint32_t i = 0; i < 200; ++i) {
        pith_fact fact;
        ASSERT_EQ(pith_get_fact(&index_, 1, i, &fact), PITH_OK);
        if (fact.importance == importance) expected.push_back(fact.id);
      }
    }
    for (const uint32_t page : {1u, 7u, 50u, PITH_MAX_RESULTS}) {
      std::vector<uint64_t> all;
      for (uint32_t skip = 0;; skip += page) {
        const std::vector<pith_fact> facts = FactsOf(article, {AsText("mills"), {}, {}}, skip, page);
        for (const pith_fact& fact : facts) all.push_back(fact.id);
        if (facts.size() < page) break;
      }
      EXPECT_EQ(all, expected) << "pages of " << page;
    }
    EXPECT_TRUE(FactsOf(article, {AsText("mills"), {}, {}}, 0xFFFFFFFF, 8).empty());
  }
}

TEST_F(LookupTest, AnEntityKnowsItsFactsAndAFactItsEntities) {
  pith_article article;
  ASSERT_EQ(pith_get_article(&index_, 0, &article), PITH_OK);
  pith_fact facts[8];
  for (uint32_t e = 0; e < article.entities; ++e) {
    pith_entity entity;
    ASSERT_EQ(pith_get_entity(&index_, 0, e, &entity), PITH_OK);
    uint32_t count = 0;
    ASSERT_EQ(pith_entity_facts(&index_, &entity, 0, facts, 8, &count), PITH_OK);
    ASSERT_EQ(count, AsString(entity.name) == "Ada Verne" ? 4u : 2u);
    for (uint32_t i = 0; i < count; ++i) {
      EXPECT_TRUE(facts[i].subject_entity == e || facts[i].object_entity == e);
      EXPECT_EQ(facts[i].sentence, i == 0 ? 1u : facts[i].sentence) << "in reading order";
    }
    const uint64_t last = facts[count - 1].id;
    ASSERT_EQ(pith_entity_facts(&index_, &entity, count - 1, facts, 8, &count), PITH_OK);
    ASSERT_EQ(count, 1u);
    EXPECT_EQ(facts[0].id, last);
  }
  pith_fact left;
  ASSERT_EQ(pith_get_fact(&index_, 0, 4, &left), PITH_OK);
  EXPECT_EQ(AsString(left.relation), "left");
  EXPECT_EQ(left.object_entity, PITH_NO_ENTITY) << "Kråk is none here";
  pith_entity none = {};
  none.number = article.entities;
  uint32_t count = 9;
  EXPECT_EQ(pith_entity_facts(&index_, &none, 0, facts, 8, &count), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_entity_facts(&index_, nullptr, 0, facts, 8, &count), PITH_INVALID_ARGUMENT);
}

TEST_F(LookupTest, EveryWordOfTheRelationCounts) {
  compiler::Analysis a = Sketch("posts", {"Ona Reed is the prime minister of Ost and Bo Lind its foreign minister."});
  a.facts = {FactOf(a, 0, "Ost", "prime minister", "Ona Reed", 5000),
             FactOf(a, 0, "Ost", "foreign minister", "Bo Lind", 6000)};
  file_ = IndexOf({a});
  ASSERT_EQ(Open(file_, &index_), PITH_OK);
  EXPECT_EQ(Find(0, "Ost", "minister"), "Bo Lind; Ona Reed");
  EXPECT_EQ(Find(0, "Ost", "prime minister"), "Ona Reed");
  EXPECT_EQ(Find(0, "Ost", "minister, foreign"), "Bo Lind");
  EXPECT_EQ(Find(0, "Ost", "prime foreign minister"), "");
  EXPECT_EQ(Find(0, "Ost's", "the prime minister"), "Ona Reed");
}

// The slow way: every fact of the article, by its own subject and relation.
TEST_F(LookupTest, AgreesWithAScan) {
  const char* const subjects[] = {"ada verne", "bo lind", "the old mill", "mill"};
  const char* const relations[] = {"founded", "sold quickly", "sold", "is", "quickly founded"};
  compiler::Analysis a = Sketch("scan", {"Mills were sold."});
  uint32_t random = 1;
  const auto next = [&random](uint32_t below) { return (random = random * 1664525 + 1013904223) / 65536 % below; };
  for (int i = 0; i < 40; ++i) {
    a.facts.push_back(FactOf(a, 0, subjects[next(4)], relations[next(5)], "object " + std::to_string(i),
                             static_cast<uint16_t>(next(5) * 1000)));
  }
  file_ = IndexOf({a});
  ASSERT_EQ(Open(file_, &index_), PITH_OK);
  pith_article article;
  ASSERT_EQ(pith_get_article(&index_, 0, &article), PITH_OK);
  for (const std::string subject : subjects) {
    for (const std::string relation : {"founded", "sold", "quickly", "founded quickly", ""}) {
      std::vector<std::string> wanted[5];  // by importance
      for (uint32_t i = 0; i < article.facts; ++i) {
        pith_fact fact;
        ASSERT_EQ(pith_get_fact(&index_, 0, i, &fact), PITH_OK);
        const std::string own = AsString(fact.subject), words = AsString(fact.relation);
        // "mill" also names "the old mill", "verne" nothing here.
        bool fits = own == subject || (subject == "mill" && own == "the old mill");
        for (const std::string word : {"founded", "sold", "quickly"}) {
          if (relation.find(word) != std::string::npos) fits = fits && words.find(word) != std::string::npos;
        }
        if (fits) wanted[fact.importance / 1000].push_back(AsString(fact.object));
      }
      std::string all;
      for (int importance = 4; importance >= 0; --importance) {
        for (const std::string& object : wanted[importance]) all += (all.empty() ? "" : "; ") + object;
      }
      EXPECT_EQ(Find(0, subject, relation, 64), all) << subject << ", " << relation;
    }
  }
}

}  // namespace
}  // namespace pith::testing
