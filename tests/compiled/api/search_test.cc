// pith_search through the C interface; oracle_test.cc compares its ranking with a slow one.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/index/work.h"
#include "tests/support/asking.h"

namespace pith::testing {
namespace {

const char* const kCranes = "Cranes nest on the marsh.";
const char* const kMill = "The mill at Orrendale burned in the winter.";
const char* const kOwner = "Its owner, a banker, resigned and sold the mill.";
const char* const kBakery = "A bakery stands there now.";

class SearchTest : public ::testing::Test {
 protected:
  SearchTest() : file_(IndexOf({Sketch("mill", {kCranes, kMill, kOwner, kBakery}), Harbour()})) {}

  std::vector<std::string> Find(uint32_t article, const std::string& words, uint32_t capacity = PITH_MAX_RESULTS) {
    std::vector<std::string> texts;
    for (const pith_hit& hit : file_.Search(article, words, capacity)) texts.push_back(AsString(hit.sentence.text));
    return texts;
  }

  pith_status StatusOf(uint32_t article, const char* words, uint64_t size, void* work, uint64_t work_size,
                       pith_hit* out, uint32_t capacity) {
    uint32_t count = 99;
    const pith_status status =
        pith_search(file_.get(), article, words, size, work, work_size, 0, out, capacity, &count);
    EXPECT_EQ(count, 0u) << "no hits with an error";
    return status;
  }

  OpenFile file_;
  WorkSpace work_;
  pith_hit hits_[4];
};

using Texts = std::vector<std::string>;

TEST_F(SearchTest, FindsSentencesByTheirWords) {
  EXPECT_EQ(Find(0, "bakery"), Texts{kBakery});
  EXPECT_EQ(Find(1, "harbour"), Texts{"The old harbour was painted by Ada Verne."});
  EXPECT_EQ(Find(0, "harbour"), Texts{}) << "that is in the other article";
  EXPECT_EQ(Find(PITH_ALL_ARTICLES, "harbour").size(), 1u);
  EXPECT_EQ(Find(0, "mill winter").front(), kMill) << "both words";
}

TEST_F(SearchTest, TheNearestSentencesAreTheBestOfASearch) {
  const std::string question = "Did the mill at Orrendale burn in the winter?";
  const std::vector<pith_hit> all = file_.Search(PITH_ALL_ARTICLES, question);
  uint32_t count = 99;
  ASSERT_EQ(pith_near(file_.get(), PITH_ALL_ARTICLES, question.data(), question.size(), work_.bytes, sizeof work_.bytes,
                      hits_, 4, &count),
            PITH_OK);
  ASSERT_GT(count, 0u);
  ASSERT_LT(count, all.size()) << "else nothing was left out";
  for (uint32_t i = 0; i < count; ++i) {
    EXPECT_EQ(hits_[i].sentence.number, all[i].sentence.number);
    EXPECT_GE(hits_[i].score, all[0].score / 2);
  }
  EXPECT_EQ(pith_near(file_.get(), 9, "boats", 5, work_.bytes, sizeof work_.bytes, hits_, 4, &count),
            PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_near(file_.get(), 0, "zzyzx", 5, work_.bytes, sizeof work_.bytes, hits_, 4, &count), PITH_OK);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_near(file_.get(), 0, "boats", 5, work_.bytes, sizeof work_.bytes, hits_, 4, nullptr),
            PITH_INVALID_ARGUMENT);
}

TEST_F(SearchTest, SixtyFourWordsThatAreInEveryArticle) {
  std::string words;
  std::vector<std::string> sentences(4);
  for (int i = 0; i < 64; ++i) {
    const std::string word = {'q', static_cast<char>('a' + i / 8), static_cast<char>('a' + i % 8), 'x'};
    words += word + ' ';
    sentences[i / 16] += (i % 16 == 0 ? "" : " ") + word + (i % 16 == 15 ? "." : "");
  }
  std::vector<compiler::PartInput> parts;
  for (int i = 0; i < 40; ++i) {
    const std::string id = "a" + std::to_string(100 + i);
    auto part =
        compiler::WritePart(Sketch(id, {sentences[0], sentences[1], sentences[2], sentences[3]}), TestLanguage());
    ASSERT_TRUE(part.ok()) << part.status();
    parts.push_back({id, *part});
  }
  const OpenFile file(FileOf(parts));
  const std::vector<pith_hit> hits = file.Search(PITH_ALL_ARTICLES, words);
  ASSERT_EQ(hits.size(), PITH_MAX_RESULTS);
  EXPECT_EQ(hits[0].sentence.article, 0u) << "of equal ones, the first";
  EXPECT_EQ(file.Search(PITH_ALL_ARTICLES, words, PITH_MAX_RESULTS, PITH_MAX_RESULTS).size(), 56u)
      << "of 120 sentences: words beyond kMaxQueryWords do not count";
}

TEST_F(SearchTest, FindsInflectedWords) {
  EXPECT_EQ(Find(0, "nesting crane").front(), kCranes);
  EXPECT_EQ(Find(0, "resignation"), Texts{kOwner});
  EXPECT_EQ(Find(0, "BAKERIES"), Texts{kBakery});
  EXPECT_EQ(Find(0, "burn"), Texts{kMill});
}

TEST_F(SearchTest, FindsMisspelledWords) {
  EXPECT_EQ(Find(0, "Orendale"), Texts{kMill});
  EXPECT_EQ(Find(0, "Orrendael"), Texts{kMill});
  EXPECT_EQ(Find(PITH_ALL_ARTICLES, "Orrendela"), Texts{kMill});
  EXPECT_EQ(Find(0, "Orrxyzale"), Texts{});
}

TEST_F(SearchTest, FindsRelatedWords) {
  // "car" and "vehicle" and the like: some relative of "winter" must be found by it, and weigh less.
  const WordInfo winter = TestLanguage().Find(AsBytes("winter"));
  RelatedKey related[kMaxRelated];
  ASSERT_GT(TestLanguage().Related(winter.key, related, kMaxRelated), 0u);
  uint32_t found = 0;
  for (const std::string word : {"summer", "spring", "autumn", "season", "snow", "cold", "wintertime"}) {
    const WordInfo info = TestLanguage().Find(AsBytes(word));
    RelatedKey back[kMaxRelated];
    const uint32_t count = TestLanguage().Related(info.key, back, kMaxRelated);
    bool relates = false;
    for (uint32_t i = 0; i < count; ++i) relates = relates || back[i].key == winter.key;
    if (!relates) continue;
    ++found;
    const std::vector<pith_hit> hits = file_.Search(0, word);
    ASSERT_FALSE(hits.empty()) << word;
    EXPECT_EQ(AsString(hits[0].sentence.text), kMill) << word;
  }
  EXPECT_GT(found, 0u);
}

TEST_F(SearchTest, HitsSayWhereTheyAre) {
  const std::vector<pith_hit> hits = file_.Search(PITH_ALL_ARTICLES, "mill painted owner");
  ASSERT_EQ(hits.size(), 3u);
  for (size_t i = 0; i < hits.size(); ++i) {
    pith_sentence sentence;
    ASSERT_EQ(pith_get_sentence(file_.get(), hits[i].sentence.article, hits[i].sentence.number, &sentence), PITH_OK);
    EXPECT_EQ(sentence.text.data, hits[i].sentence.text.data) << "a view into the index";
    EXPECT_EQ(sentence.text.size, hits[i].sentence.text.size);
    EXPECT_EQ(sentence.begin, hits[i].sentence.begin);
    EXPECT_EQ(sentence.end, hits[i].sentence.end);
    EXPECT_GT(hits[i].score, 0u);
    EXPECT_LE(hits[i].score, hits[i == 0 ? 0 : i - 1].score);
  }
}

TEST_F(SearchTest, HighlightsSayWhichWordsMatch) {
  const auto highlights = [this](const std::string& words, uint32_t capacity, uint32_t skip = 0) {
    const pith_sentence sentence = file_.Search(0, words).at(0).sentence;
    pith_range ranges[8];
    uint32_t count = 99;
    EXPECT_EQ(pith_highlight(file_.get(), 0, sentence.number, words.data(), words.size(), work_.bytes,
                             sizeof work_.bytes, skip, ranges, capacity, &count),
              PITH_OK);
    Texts marked;
    for (uint32_t i = 0; i < count; ++i) {
      EXPECT_TRUE(sentence.begin <= ranges[i].begin && ranges[i].begin < ranges[i].end &&
                  ranges[i].end <= sentence.end);
      marked.push_back(
          AsString(sentence.text).substr(ranges[i].begin - sentence.begin, ranges[i].end - ranges[i].begin));
    }
    return marked;
  };
  EXPECT_EQ(highlights("winter mill", 8), (Texts{"mill", "winter"})) << "in reading order";
  EXPECT_EQ(highlights("resignation of a banker", 8), (Texts{"banker", "resigned"}));
  EXPECT_EQ(highlights("Orendale", 8), Texts{"Orrendale"}) << "what was meant";
  EXPECT_EQ(highlights("winter mill", 1), Texts{"mill"}) << "as there is room for";
  EXPECT_EQ(highlights("winter mill", 0), Texts{});
  EXPECT_EQ(highlights("winter mill", 1, 1), Texts{"winter"}) << "the second page";
  EXPECT_EQ(highlights("winter mill", 1, 2), Texts{});
}

TEST_F(SearchTest, HighlightsHaveTheirErrors) {
  pith_range ranges[2];
  const auto status = [&](uint32_t article, uint32_t number, const char* words, uint64_t size, uint64_t space,
                          pith_range* out) {
    uint32_t count = 99;
    const pith_status result =
        pith_highlight(file_.get(), article, number, words, size, work_.bytes, space, 0, out, 2, &count);
    EXPECT_TRUE(result == PITH_OK || count == 0u);
    return result;
  };
  const uint64_t space = sizeof work_.bytes;
  EXPECT_EQ(status(0, 1, "cranes", 6, space, ranges), PITH_OK);
  EXPECT_EQ(status(0, 0, "cranes", 6, space, ranges), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(0, 5, "cranes", 6, space, ranges), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(2, 1, "cranes", 6, space, ranges), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(status(0, 1, "the", 3, space, ranges), PITH_QUESTION_EMPTY);
  EXPECT_EQ(status(0, 1, nullptr, 3, space, ranges), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(0, 1, "cranes", 6, 100, ranges), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(0, 1, "cranes", 6, space, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_highlight(file_.get(), 0, 1, "x", 1, work_.bytes, space, 0, ranges, 2, nullptr),
            PITH_INVALID_ARGUMENT);
}

TEST_F(SearchTest, ASmallerRoomHoldsTheBest) {
  const Texts all = Find(0, "mill owner bakery");
  ASSERT_EQ(all.size(), 3u);
  for (uint32_t capacity = 0; capacity <= 3; ++capacity) {
    EXPECT_EQ(Find(0, "mill owner bakery", capacity), Texts(all.begin(), all.begin() + capacity));
  }
}

TEST_F(SearchTest, HeadingsAndQuestionsFollowWhatTells) {
  compiler::Analysis a = Sketch("asks", {"Orrendale", "Why did the bakery burn?",
                                         "The old bakery burned down in winter.", "Cranes nest in Orrendale."});
  a.sentences[0].heading = true;
  const OpenFile asks(IndexOf({a}));
  const std::vector<pith_hit> hits = asks.Search(0, "bakery burn");
  ASSERT_GE(hits.size(), 2u);
  EXPECT_EQ(hits[0].sentence.number, 3u) << "though the question is shorter";
  EXPECT_EQ(hits[1].sentence.number, 2u);
  EXPECT_EQ(asks.Search(0, "Orrendale")[0].sentence.number, 4u) << "the heading holds nothing else, but tells nothing";
}

TEST_F(SearchTest, TheWordsOfTheHeadingTellLittleApart) {
  compiler::Analysis a = Sketch("topic", {"Zelenka", "Zelenka makes mustard.", "Cranes nest here.",
                                          "It was sold in winter.", "Boats pass by.", "Nobody painted it."});
  const OpenFile unheaded(IndexOf({a}));
  EXPECT_EQ(unheaded.Search(0, "Who sold Zelenka?")[0].sentence.number, 1u);
  a.sentences[0].heading = true;
  const OpenFile headed(IndexOf({a}));
  EXPECT_EQ(headed.Search(0, "Who sold Zelenka?")[0].sentence.number, 4u) << "every sentence is about the heading";
}

TEST_F(SearchTest, NeverMoreThanTheLimitAtOnceAndAllInPages) {
  compiler::Analysis a = Sketch("many", {"A mill."});
  for (int i = 1; i < 200; ++i) {
    const uint32_t at = static_cast<uint32_t>(a.article.text.size());
    a.article.text += " A mill.";
    a.sentences.push_back(a.sentences[0]);
    compiler::Sentence& sentence = a.sentences.back();
    sentence.begin += at + 1;
    sentence.end += at + 1;
    for (compiler::Token& token : sentence.tokens) token.begin += at + 1, token.end += at + 1;
  }
  const OpenFile many(IndexOf({a}));
  const std::vector<pith_hit> hits = many.Search(0, "mill", 150);
  EXPECT_EQ(hits.size(), PITH_MAX_RESULTS);
  EXPECT_EQ(hits[0].sentence.number, 2u) << "of equal ones the first; the ends have one neighbor less";
  for (const uint32_t page : {7u, PITH_MAX_RESULTS}) {
    std::vector<uint32_t> numbers;
    uint32_t score = UINT32_MAX;
    for (uint32_t skip = 0; skip < 210; skip += page) {
      for (const pith_hit& hit : many.Search(0, "mill", page, skip)) {
        EXPECT_LE(hit.score, score);
        score = hit.score;
        numbers.push_back(hit.sentence.number);
      }
    }
    EXPECT_TRUE(std::equal(numbers.begin(), numbers.begin() + PITH_MAX_RESULTS, hits.begin(), hits.end(),
                           [](uint32_t number, const pith_hit& hit) { return number == hit.sentence.number; }));
    EXPECT_EQ(std::set<uint32_t>(numbers.begin(), numbers.end()).size(), 200u) << "each on one page";
    EXPECT_EQ(numbers.size(), 200u);
  }
}

TEST_F(SearchTest, EveryErrorHasItsStatus) {
  const uint64_t size = sizeof work_.bytes;
  const std::string longest(PITH_MAX_QUESTION_BYTES, 'x'), longer(PITH_MAX_QUESTION_BYTES + 1, 'x');
  uint32_t count = 99;
  EXPECT_EQ(pith_search(file_.get(), 0, longest.data(), longest.size(), work_.bytes, size, 0, hits_, 4, &count),
            PITH_OK);
  EXPECT_EQ(StatusOf(0, longer.data(), longer.size(), work_.bytes, size, hits_, 4), PITH_QUESTION_TOO_LONG);
  EXPECT_EQ(StatusOf(0, "", 0, work_.bytes, size, hits_, 4), PITH_QUESTION_EMPTY);
  EXPECT_EQ(StatusOf(0, nullptr, 0, work_.bytes, size, hits_, 4), PITH_QUESTION_EMPTY);
  EXPECT_EQ(StatusOf(0, "the of", 6, work_.bytes, size, hits_, 4), PITH_QUESTION_EMPTY);
  EXPECT_EQ(StatusOf(2, "mill", 4, work_.bytes, size, hits_, 4), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(StatusOf(0, "mill", 4, work_.bytes, pith_work_size(file_.get()) - 1, hits_, 4), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(StatusOf(0, "mill", 4, work_.bytes + 4, size - 4, hits_, 4), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(StatusOf(0, "mill", 4, nullptr, size, hits_, 4), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(StatusOf(0, nullptr, 4, work_.bytes, size, hits_, 4), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(StatusOf(0, "mill", 4, work_.bytes, size, nullptr, 4), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_search(file_.get(), 0, "mill", 4, work_.bytes, size, 0, hits_, 4, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_search(nullptr, 0, "mill", 4, work_.bytes, size, 0, hits_, 4, &count), PITH_INVALID_ARGUMENT);
  for (const std::string words : {"mill", "How many mills?", "Who owns the mill?"}) {
    EXPECT_EQ(pith_search(file_.get(), 0, words.data(), words.size(), work_.bytes, size, 0, nullptr, 0, &count),
              PITH_OK);
    EXPECT_EQ(count, 0u) << words;
  }
}

TEST(SearchInManyArticlesTest, FindsTheOneThatHoldsIt) {
  std::vector<compiler::Analysis> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(Sketch("a" + std::to_string(i), {"The ferry is late.", "It rained on the quay all day."}));
  }
  articles[33] = Sketch("a33", {"The ferry is late.", "Rain fell on a lighthouse of Orrendale."});
  const OpenFile file(IndexOf(articles));
  for (const std::string words : {"lighthouse", "Orrendale", "rain lighthouses"}) {
    const std::vector<pith_hit> hits = file.Search(PITH_ALL_ARTICLES, words);
    ASSERT_FALSE(hits.empty()) << words;
    EXPECT_EQ(hits[0].sentence.article, 33u) << words;
    EXPECT_EQ(hits[0].sentence.number, 2u) << words;
  }
}

}  // namespace
}  // namespace pith::testing
