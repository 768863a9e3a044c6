#include "engine/find/spellings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/find/match.h"
#include "engine/find/sentences.h"
#include "engine/index/dictionary.h"
#include "engine/index/index.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

const std::vector<std::string> kSentences = {
    "Zorblatt and Zorblett visited the ferry in Krakenburg.",
    "The ferry left, and Zorblett waved to the gardeners.",
    "A gardener's castle burned; the cattle died in Kr\u00e5kenburg.",
    "Nobody in Krakenburg saw the well-known ferries.",
};

// The words that an index lists whose articles are those of `file`.
Bytes ListedIn(const std::string& file) {
  OpenedIndex index;
  EXPECT_EQ(OpenIndex(AsBytes(file), AsBytes(LanguageBlock()), &index), PITH_OK);
  return index.spellings;
}

class SpellingsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    // Each sentence twice, so that words are there several times; an index of two such articles lists their words.
    const auto twice = [](const std::string& id) {
      return Sketch(id, {kSentences[0], kSentences[1], kSentences[2], kSentences[3], kSentences[0], kSentences[1],
                         kSentences[2], kSentences[3]});
    };
    bytes_ = PartOf(twice("a")).bytes;
    ASSERT_TRUE(part_.Open(AsBytes(bytes_)));
    file_ = IndexOf({twice("a"), twice("b")});
    ASSERT_FALSE(ListedIn(file_).empty());
    listing_.language = plain_.language = TestLanguage();
    listing_.spellings = ListedIn(file_);
    listing_.meta.articles = 1;
  }

  // What a word means in the article, as its terms in order, with or without the index's list.
  std::vector<uint32_t> Meant(const OpenedIndex& index, const std::string& word) const {
    Query query;
    EXPECT_EQ(ReadQuery(TestLanguage(), AsBytes(word), &query), PITH_OK) << word;
    Meter meter;
    const auto work = std::make_unique<FindWork>();
    FindAllMatches(index, part_, 0, &query, work.get(), &meter);
    std::vector<uint32_t> terms;
    for (uint32_t i = 0; i < work->matches.count; ++i) {
      if (work->matches.all[i].strength == kSpellingStrength) terms.push_back(work->matches.all[i].term);
    }
    std::sort(terms.begin(), terms.end());
    return terms;
  }
  uint32_t TermOf(const std::string& word) const { return part_.FindTerm(TestLanguage().Find(AsBytes(word)).key); }

  std::string bytes_, file_;
  Part part_;
  OpenedIndex listing_ = {}, plain_ = {};
};

TEST_F(SpellingsTest, TheListGivesWhatTheTextGives) {
  const Dictionary listed(listing_.spellings);
  uint32_t found = 0;
  for (uint32_t i = 0; i < listed.size(); ++i) {
    const std::string word = AsString(listed[i]);
    for (size_t at = 0; at < word.size(); ++at) {
      std::vector<std::string> wrong = {word, word, word, word};
      wrong[0].erase(at, 1);
      wrong[1][at] = 'x';
      wrong[2].insert(at, "zq");
      std::swap(wrong[3][at], wrong[3][(at + 1) % word.size()]);
      for (const std::string& text : wrong) {
        Query query;
        if (ReadQuery(TestLanguage(), AsBytes(text), &query) != PITH_OK) continue;
        const std::vector<uint32_t> meant = Meant(plain_, text);
        EXPECT_EQ(Meant(listing_, text), meant) << text;
        found += meant.empty() ? 0 : 1;
      }
    }
  }
  EXPECT_GT(found, 100u);
}

TEST_F(SpellingsTest, OfEquallyNearWordsTheOneThatIsThereMoreOften) {
  // "Zorblett" comes later, but twice as often.
  for (const OpenedIndex* index : {&plain_, &listing_}) {
    EXPECT_EQ(Meant(*index, "zorblitt"), std::vector<uint32_t>{TermOf("zorblett")});
    EXPECT_EQ(Meant(*index, "zorblat"), std::vector<uint32_t>{TermOf("zorblatt")}) << "nearer";
  }
}

TEST_F(SpellingsTest, TheListOfSeveralArticlesDoesNotCount) {
  // A list with other words than the article's.
  const std::string other = IndexOf({Sketch("a", {"Zorblitz left."}), Sketch("b", {"Zorblitz came."})});
  OpenedIndex index = listing_;
  index.spellings = ListedIn(other);
  EXPECT_EQ(Meant(index, "zorblitzz"), std::vector<uint32_t>{}) << "the article does not have that word";
  EXPECT_EQ(Meant(index, "zorblattz"), std::vector<uint32_t>{}) << "nor the list this one";
  index.meta.articles = 2;
  EXPECT_EQ(Meant(index, "zorblattz"), std::vector<uint32_t>{TermOf("zorblatt")});
}

TEST_F(SpellingsTest, TheIndexOfOneLongArticleListsItsWords) {
  compiler::Analysis article = Sketch("a", {"The ferry to Krakenburg left."});
  article.article.text.resize(kLongText - 1, ' ');
  EXPECT_TRUE(ListedIn(IndexOf({article})).empty()) << "a short one is looked through";
  article.article.text.resize(kLongText, ' ');
  const std::string file = IndexOf({article});
  std::string words;
  const Dictionary listed(ListedIn(file));
  for (uint32_t i = 0; i < listed.size(); ++i) words += AsString(listed[i]) + " ";
  EXPECT_EQ(words, "ferry krakenburg left ");
}

}  // namespace
}  // namespace pith::testing
