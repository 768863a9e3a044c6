#include "engine/language/language.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

WordInfo Find(const std::string& word) { return English().Find(BytesOf(word)); }

bool IsNear(const std::string& word, const std::string& other) {
  RelatedKey related[kMaxRelated];
  const uint32_t n = English().Related(Find(word).key, related, kMaxRelated);
  for (uint32_t i = 0; i < n; ++i) {
    if (related[i].key == Find(other).key) return true;
  }
  return false;
}

TEST(Language, OpensAndIsWhole) {
  Language language;
  ASSERT_EQ(Language::Open(BytesOf(LanguageFile()), &language), PITH_OK);
  EXPECT_EQ(language.Verify(), PITH_OK);
  EXPECT_EQ(language.tag().size(), 2u);
  EXPECT_EQ(language.profile().size(), 8u);  // "standard"
  EXPECT_GT(language.words(), 20000u);
  EXPECT_LE(LanguageFile().size(), 1000000u);
}

TEST(Language, JoinsAndPartsFamiliesAsInTheCases) {
  std::ifstream file(std::string(PITH_TEST_DATA) + "/engine/cases/families.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream in(line);
    std::string kind, word;
    in >> kind;
    std::vector<std::string> words;
    while (in >> word) words.push_back(word);
    for (size_t i = 0; i < words.size(); ++i) {
      for (size_t j = i + 1; j < words.size(); ++j) {
        if (kind == "near:") {
          if (i == 0) {
            EXPECT_TRUE(IsNear(words[i], words[j])) << line;
          }
        } else {
          EXPECT_EQ(Find(words[i]).key == Find(words[j]).key, kind == "same:") << words[i] << " " << words[j];
        }
      }
    }
    ++cases;
  }
  EXPECT_GT(cases, 25);
}

TEST(Language, KnowsRolesOfClosedClassWords) {
  EXPECT_EQ(Find("the").flags, kWordStop | kWordDeterminer);
  EXPECT_EQ(Find("the").idf, 0);
  EXPECT_EQ(Find("did").flags & kWordAuxiliary, kWordAuxiliary);
  EXPECT_EQ(Find("n't").flags & kWordNegation, kWordNegation);
  EXPECT_EQ(Find("their").flags & kWordPronoun, kWordPronoun);
  EXPECT_EQ(Find("whom").flags & kWordQuestion, kWordQuestion);
  EXPECT_EQ(Find("million").flags & kWordNumber, kWordNumber);
  EXPECT_EQ(Find("march").flags & kWordMonth, kWordMonth);
  EXPECT_EQ(Find("sunday").flags & kWordWeekday, kWordWeekday);
  EXPECT_EQ(Find("president").flags & kWordTitle, kWordTitle);
  EXPECT_EQ(Find("harbour").flags, 0);
}

TEST(Language, KnowsWhatNounsAre) {
  const auto is = [](const std::string& word, NounClass expected) {
    EXPECT_EQ(Find(word).noun_class, static_cast<uint8_t>(expected)) << word;
  };
  is("teacher", NounClass::kPerson);
  is("company", NounClass::kOrganization);
  is("norway", NounClass::kCountry);
  is("village", NounClass::kCity);
  is("weeks", NounClass::kTimeUnit);
  is("airport", NounClass::kBuilding);
  is("rivers", NounClass::kLandform);
  is("oil", NounClass::kSubstance);
  is("novel", NounClass::kWork);
  is("dollars", NounClass::kMoney);
  is("reason", NounClass::kCause);
  is("kilometres", NounClass::kUnit);
  is("wrote", NounClass::kNone);
}

TEST(Language, WeighsRareWordsMore) {
  EXPECT_LT(Find("people").idf, Find("harbour").idf);
  EXPECT_LT(Find("harbour").idf, Find("zorp").idf);
  EXPECT_EQ(Find("zorp").idf, kMaxWeight);
  EXPECT_EQ(English().Weight(Find("harbour").key), Find("harbour").idf);
}

TEST(Language, StemsWhatItDoesNotKnow) {
  EXPECT_FALSE(Find("zorping").known);
  EXPECT_NE(Find("zorping").key & kUnknownKey, 0u);
  EXPECT_NE(Find("1990s").key, Find("1990").key);
  EXPECT_TRUE(English().IsKnown(BytesOf("harbour")));
  EXPECT_FALSE(English().IsKnown(BytesOf("harbuor")));
  EXPECT_FALSE(Find("harbuor").known);
  EXPECT_EQ(Find("").key, 0u);
  EXPECT_EQ(Find(std::string(kMaxWordBytes + 1, 'a')).key, 0u);
}

TEST(Language, GivesNoMoreRelativesThanAsked) {
  RelatedKey related[kMaxRelated];
  const uint32_t key = Find("begin").key;
  const uint32_t all = English().Related(key, related, 99);
  ASSERT_GT(all, 1u);
  EXPECT_LE(all, kMaxRelated);
  for (uint32_t i = 1; i < all; ++i) EXPECT_GT(related[i].key, related[i - 1].key);
  EXPECT_EQ(English().Related(key, related, 1), 1u);
  EXPECT_EQ(English().Related(Find("zorp").key, related, kMaxRelated), 0u);
  EXPECT_EQ(English().Related(0xFFFFFF, related, kMaxRelated), 0u);
}

TEST(Language, HoldsTheQuestionPatterns) {
  const Table<QuestionPattern> patterns(English().Section(kSectionPatterns));
  bool found = false;
  for (uint32_t i = 0; i < patterns.size(); ++i) found |= patterns[i].words[0] == HashWord(BytesOf("who"));
  EXPECT_TRUE(found);
  EXPECT_TRUE(English().Section(FourLetters("NONE")).empty());
}

TEST(Language, RefusesWhatIsNoBlock) {
  const std::string& good = LanguageFile();
  Language language;
  EXPECT_EQ(Language::Open(Bytes(), &language), PITH_NOT_PITH);
  EXPECT_EQ(Language::Open(BytesOf("PITHLONG"), &language), PITH_NOT_PITH);
  std::string newer = good;
  newer[8] = 9;
  EXPECT_EQ(Language::Open(BytesOf(newer), &language), PITH_TOO_NEW);
  for (size_t size = 8; size < good.size(); size = size * 2 + 1) {
    EXPECT_EQ(Language::Open(BytesOf(good.substr(0, size)), &language), PITH_CUT_SHORT) << size;
  }
  std::string earlier = good;
  earlier[8] = 1;
  EXPECT_EQ(Language::Open(BytesOf(earlier), &language), PITH_TOO_OLD);
  std::string longer = good + "more";
  EXPECT_EQ(Language::Open(BytesOf(longer), &language), PITH_OK);
  EXPECT_EQ(language.block().size(), good.size());
}

// Any one byte may be wrong: either opening refuses it, or Verify finds it; and no call reads outside meanwhile (run
// with the address sanitizer).
TEST(Language, SurvivesAndFindsDamage) {
  std::string block = LanguageFile();
  for (size_t at = 0; at < block.size(); at += at < 600 ? 1 : 20011) {
    const char before = block[at];
    block[at] = static_cast<char>(before ^ 0xA5);
    Language language;
    if (Language::Open(BytesOf(block), &language) == PITH_OK) {
      for (const char* word : {"harbour", "zorping", "begin", "don’t"}) {
        const FoldedWord folded(language, BytesOf(word));
        RelatedKey related[kMaxRelated];
        (void)language.Related(language.Find(folded.bytes()).key, related, kMaxRelated);
        (void)language.IsAbbreviation(folded.bytes(), true);
        (void)language.IsClitic(folded.bytes());
      }
      (void)language.Related(0x7FFFFFFF, nullptr, 0);
      (void)language.ClassOf(0x1F600);
      EXPECT_EQ(language.Verify(), PITH_DAMAGED) << at;
    }
    block[at] = before;
  }
}

}  // namespace
}  // namespace pith
