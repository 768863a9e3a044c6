#include "engine/find/match.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "engine/language/fold.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

class MatchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    bytes_ =
        PartOf(Sketch("mill", {"The gardener resigned after the flood.", "Zorblatt visited the ferry in Krakenburg.",
                               "A castle burned, and the cattle died.", "The mop is new."}))
            .bytes;
    ASSERT_TRUE(part_.Open(AsBytes(bytes_)));
  }

  // How strongly the one word of a query means each word of the article that it means at all.
  std::map<std::string, int> Meant(const std::string& word) {
    Query query;
    EXPECT_EQ(ReadQuery(TestLanguage(), AsBytes(word), &query), PITH_OK) << word;
    Matches matches;
    FindAllMatches(part_, &query, &matches);
    std::map<std::string, int> meant;
    for (uint32_t s = 0; s < part_.sentences.size(); ++s) {
      for (TokenReader reader(part_, s); reader.Next();) {
        const Match match = matches.Strongest(reader.token().term);
        if (match.strength != 0) meant[AsString(reader.Text())] = match.strength;
      }
    }
    return meant;
  }

  std::string bytes_;
  Part part_;
};

using Meaning = std::map<std::string, int>;

TEST_F(MatchTest, TheSameWordInAnyForm) {
  EXPECT_EQ(Meant("resigned"), (Meaning{{"resigned", kFullStrength}}));
  EXPECT_EQ(Meant("RESIGNATION"), (Meaning{{"resigned", kFullStrength}}));
  EXPECT_EQ(Meant("floods"), (Meaning{{"flood", kFullStrength}}));
  EXPECT_EQ(Meant("zorblatt"), (Meaning{{"Zorblatt", kFullStrength}})) << "a name that no block knows";
}

TEST_F(MatchTest, ARelatedWordIsWeaker) {
  // Whatever the block relates to "flood" must be found through it, as strongly as the block says.
  const WordInfo flood = TestLanguage().Find(AsBytes("flood"));
  RelatedKey related[kMaxRelated];
  const uint32_t count = TestLanguage().Related(flood.key, related, kMaxRelated);
  ASSERT_GT(count, 0u);
  Query query;
  const std::string text = "flood";
  ASSERT_EQ(ReadQuery(TestLanguage(), AsBytes(text), &query), PITH_OK);
  for (uint32_t i = 0; i < count; ++i) {
    query.words[0].key = flood.key;
    Part part = part_;
    std::string terms = "\x20\x20";  // a part whose only term is the relative
    for (const uint32_t key : {related[i].key, kNone}) {
      for (uint32_t byte = 0; byte < 4; ++byte) terms += static_cast<char>(key >> (8 * byte));
      terms += std::string(4, '\0');
    }
    part.known_terms = PackedTable<TermRecord>(AsBytes(terms), 2, 64);
    part.other_terms = {};
    Matches matches;
    FindAllMatches(part, &query, &matches);
    ASSERT_EQ(matches.count, 1u);
    EXPECT_EQ(matches.all[0].strength, related[i].strength);
    EXPECT_EQ(matches.best[0], related[i].strength);
  }
}

TEST_F(MatchTest, TheNearestSpellingOfAnUnknownWord) {
  EXPECT_EQ(Meant("Krakenbrug"), (Meaning{{"Krakenburg", kSpellingStrength}})) << "two letters swapped";
  EXPECT_EQ(Meant("gardneer"), (Meaning{{"gardener", kSpellingStrength}}));
  EXPECT_EQ(Meant("Krakenburgos"), (Meaning{{"Krakenburg", kSpellingStrength}})) << "two letters more";
  EXPECT_EQ(Meant("Krakenburgopo"), (Meaning{})) << "three are too many";
  EXPECT_EQ(Meant("ferrz"), (Meaning{{"ferry", kSpellingStrength}})) << "one in a short word";
  EXPECT_EQ(Meant("fezrz"), (Meaning{})) << "two in a short one are too many";
  EXPECT_EQ(Meant("mzp"), (Meaning{})) << "none in three letters";
}

TEST_F(MatchTest, AWrongFirstLetterCostsMore) {
  EXPECT_EQ(Meant("Xrakenburg"), (Meaning{{"Krakenburg", kSpellingStrength}}));
  EXPECT_EQ(Meant("Xrakenbuxg"), (Meaning{})) << "two edits, one of them the first letter";
  EXPECT_EQ(Meant("xerry"), (Meaning{})) << "the one edit of a short word";
}

TEST_F(MatchTest, AWordThatIsKnownIsNotMisspelled) {
  ASSERT_TRUE(TestLanguage().IsKnown(AsBytes("cable")));
  for (const auto& [word, strength] : Meant("cable")) {
    EXPECT_NE(word, "cattle");
    EXPECT_NE(strength, kSpellingStrength) << word;
  }
}

TEST_F(MatchTest, BestTellsWhatTheArticleLacks) {
  Query query;
  const std::string text = "Who resigned in Quuxville?";
  ASSERT_EQ(ReadQuery(TestLanguage(), AsBytes(text), &query), PITH_OK);
  Matches matches;
  FindAllMatches(part_, &query, &matches);
  for (uint32_t i = 0; i < query.count; ++i) {
    const std::string word = AsString(query.text.Sub(query.words[i].begin, query.words[i].end - query.words[i].begin));
    EXPECT_EQ(matches.best[i], word == "resigned" ? kFullStrength : 0) << word;
  }
}

TEST_F(MatchTest, ManyWordsStayWithinTheRoom) {
  std::string text;
  for (uint32_t i = 0; i < kMaxQueryWords; ++i) text += i % 2 == 0 ? "flood " : "ferry ";
  Query query;
  ASSERT_EQ(ReadQuery(TestLanguage(), AsBytes(text), &query), PITH_OK);
  Matches matches;
  FindAllMatches(part_, &query, &matches);
  EXPECT_LE(matches.count, kMaxMatches);
  EXPECT_GE(matches.count, kMaxQueryWords);
}

TEST_F(MatchTest, AnEmptyArticleMeansNothing) {
  Query query;
  const std::string text = "flood Krakenbrug";
  ASSERT_EQ(ReadQuery(TestLanguage(), AsBytes(text), &query), PITH_OK);
  Matches matches;
  FindAllMatches(Part(), &query, &matches);
  EXPECT_EQ(matches.count, 0u);
  EXPECT_EQ(matches.Strongest(0).strength, 0);
}

}  // namespace
}  // namespace pith::testing
