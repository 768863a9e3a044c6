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
  EXPECT_EQ(Read("the harbour").subject, Read("Harbour").subject);
  EXPECT_EQ(Read("Mrs Verne").subject, Read("Verne").subject);
  EXPECT_EQ(Read("Verne's").subject, Read("verne").subject);
  EXPECT_EQ(Read("Verne’s").subject, Read("verne").subject);
  EXPECT_NE(Read("Ada Verne").subject, Read("Verne").subject);
  EXPECT_NE(Read("Ada Verne").subject, Read("Verne Ada").subject);
}

TEST(ReadPhraseTest, WordsAreRunsOfLettersAndDigits) {
  EXPECT_EQ(Read("Jean-Luc  d'Arbois").size, 4u);
  EXPECT_EQ(Read("JEAN LUC D ARBOIS").subject, Read("Jean-Luc d’Arbois").subject);
  EXPECT_EQ(Read("Kråk").subject, Read("krak").subject);
  EXPECT_EQ(Read("the mills'").subject, Read("mills").subject);
  EXPECT_EQ(Read("'Harbour'").subject, Read("harbour").subject);
  EXPECT_EQ(Read("1,000").size, 2u);
  EXPECT_EQ(Read("東京").size, 2u) << "an ideograph is a word";
  EXPECT_EQ(Read("har\u00ADbour").subject, Read("harbour").subject) << "a soft hyphen is nothing";
  EXPECT_EQ(Read("\xFF\xFE mill \x80").subject, Read("mill").subject) << "what is no UTF-8 is no word";
  EXPECT_EQ(Read(std::string(500, 'x')).size, 1u) << "a long word is cut";
}

TEST(ReadPhraseTest, TitlesAreLeftOutAtTheBeginningOfASubjectAlone) {
  EXPECT_NE(Read("prime minister").subject, Read("prime").subject);
  EXPECT_EQ(Read("prime minister").head, Read("minister").subject);
  EXPECT_EQ(Read("prime minister").size, 2u);
  EXPECT_EQ(Read("minister of defence").size, 2u) << "a relation has them all";
}

TEST(ReadPhraseTest, WithNothingElseTheseCount) {
  EXPECT_NE(Read("the president").subject, 0u);
  EXPECT_EQ(Read("the president").subject, Read("president").subject);
  EXPECT_NE(Read("she").subject, 0u);
  EXPECT_EQ(Read("").subject, 0u);
  EXPECT_EQ(Read("?! ...").size, 0u);
}

TEST(ReadPhraseTest, TheHeadIsTheLastWordBeforeAPreposition) {
  EXPECT_EQ(Read("the old harbour of Kråk").head, Read("harbour").subject);
  EXPECT_EQ(Read("Ada Verne").head, Read("Verne").subject);
  EXPECT_EQ(Read("Verne").head, Read("Verne").subject);
}

TEST(ReadPhraseTest, HasALimit) {
  std::string phrase;
  PhraseKeys keys;
  for (uint32_t i = 0; i < kMaxLookupWords; ++i) phrase += "harbour ";
  EXPECT_TRUE(ReadPhrase(TestLanguage(), AsBytes(phrase), &keys));
  EXPECT_EQ(keys.size, kMaxLookupWords);
  phrase += "harbour";
  EXPECT_FALSE(ReadPhrase(TestLanguage(), AsBytes(phrase), &keys));
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

  // The objects found, joined by "; ".
  std::string Find(uint32_t article, const std::string& subject, const std::string& relation, uint32_t capacity = 8) {
    std::vector<pith_fact> facts(capacity);
    uint32_t count = 0;
    EXPECT_EQ(pith_lookup(&index_, article, subject.data(), subject.size(), relation.data(), relation.size(),
                          facts.data(), capacity, &count),
              PITH_OK);
    std::string out;
    for (uint32_t i = 0; i < count; ++i) out += (i == 0 ? "" : "; ") + AsString(facts[i].object);
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
