// The engine against a slow, plain implementation (oracle.h) on hundreds of random indexes.

#include "tests/compiled/oracle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/index/part.h"
#include "tests/support/asking.h"

namespace pith::testing {
namespace {

constexpr uint32_t kIndexes = 120;

struct RandomIndex {
  std::vector<compiler::Analysis> articles;
  std::string bytes;

  RandomIndex(uint32_t seed, Random* random) {
    // One article, some, and so many that not all are visited.
    const uint32_t count = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 2 + random->Next(15) : 17 + random->Next(24);
    for (uint32_t i = 0; i < count; ++i) {
      // Ids whose order is not that of the articles.
      const std::string id = "id" + std::to_string((i * 7 + seed) % 41) + (i % 2 == 0 ? "" : "é");
      articles.push_back(RandomArticle(id, count == 1 ? 80 : 12, random));
    }
    bytes = IndexOf(articles);
  }
};

// Calls test(index, oracle, random) with one random index after the other.
template <typename Test>
void ForRandomIndexes(uint32_t first_seed, Test test) {
  for (uint32_t seed = first_seed; seed < first_seed + kIndexes; ++seed) {
    Random random(seed);
    const RandomIndex index(seed, &random);
    const OpenFile file(index.bytes);
    pith_fault fault;
    ASSERT_EQ(pith_verify(file.get(), &fault), PITH_OK) << fault.message;
    const IndexOracle oracle(index.articles);
    test(file, oracle, static_cast<uint32_t>(index.articles.size()), &random);
    if (::testing::Test::HasFatalFailure() || ::testing::Test::HasNonfatalFailure()) {
      FAIL() << "at index " << seed;
    }
  }
}

std::string Shown(const std::vector<OracleHit>& hits) {
  std::string out;
  for (const OracleHit& hit : hits) {
    out += std::to_string(hit.article) + ":" + std::to_string(hit.sentence) + "=" + std::to_string(hit.score) + " ";
  }
  return out;
}

std::string Shown(const std::vector<pith_hit>& hits) {
  std::vector<OracleHit> plain;
  for (const pith_hit& hit : hits) plain.push_back({hit.sentence.article, hit.sentence.number - 1, hit.score});
  return Shown(plain);
}

TEST(OracleTest, Search) {
  uint32_t found = 0;
  ForRandomIndexes(1, [&](const OpenFile& file, const IndexOracle& oracle, uint32_t articles, Random* random) {
    for (int i = 0; i < 8; ++i) {
      const std::string query = RandomQuery(random);
      const uint32_t article = random->Next(2) == 0 ? PITH_ALL_ARTICLES : random->Next(articles);
      const uint32_t capacity = 1 + random->Next(PITH_MAX_RESULTS), skip = random->Next(2) * random->Next(150);
      WorkSpace work;
      std::vector<pith_hit> hits(capacity);
      uint32_t count = 0;
      const pith_status status = pith_search(file.get(), article, query.data(), query.size(), work.bytes,
                                             sizeof work.bytes, skip, hits.data(), capacity, &count);
      ASSERT_TRUE(status == PITH_OK || (status == PITH_QUESTION_EMPTY && count == 0)) << query;
      hits.resize(count);
      EXPECT_EQ(Shown(hits), Shown(oracle.Search(article, query, capacity, skip)))
          << query << " in " << article << " from " << skip;
      found += count;
    }
  });
  EXPECT_GT(found, 5000u);
}

TEST(OracleTest, PostingsOfEveryTerm) {
  for (uint32_t seed = 500; seed < 500 + kIndexes; ++seed) {
    Random random(seed);
    const compiler::Analysis analysis = RandomArticle("a", 60, &random);
    const std::string bytes = PartOf(analysis).bytes;
    Part part;
    ASSERT_TRUE(part.Open(AsBytes(bytes)));
    const ArticleOracle oracle(analysis);
    ASSERT_EQ(part.term_count(), oracle.postings().size());
    for (const auto& [key, sentences] : oracle.postings()) {
      const Range range = part.PostingsOf(part.FindTerm(key));
      ASSERT_EQ(range.size(), sentences.size());
      uint32_t at = range.begin;
      for (const auto& [sentence, weight] : sentences) {
        EXPECT_EQ(part.postings[at].sentence(), sentence);
        EXPECT_EQ(part.postings[at].weight(), weight);
        ++at;
      }
    }
    EXPECT_EQ(part.FindTerm(12345678), kNoTerm);
  }
}

TEST(OracleTest, Summaries) {
  ForRandomIndexes(1000, [&](const OpenFile& file, const IndexOracle& oracle, uint32_t articles, Random* random) {
    for (int i = 0; i < 12; ++i) {
      const uint32_t article = random->Next(articles), size = oracle.article(article).size();
      const uint32_t sentences = random->Next(2) * random->Next(size + 3);
      const uint32_t bytes = random->Next(2) * random->Next(60 * size);
      const bool lead = random->Next(4) == 0;
      const std::string query = random->Next(2) == 0 ? "" : RandomQuery(random);
      std::vector<uint32_t> numbers;
      for (const pith_sentence& s :
           file.Summarize(article, {sentences, bytes, lead ? PITH_BY_LEAD : PITH_BY_RANK}, query)) {
        numbers.push_back(s.number - 1);
      }
      EXPECT_EQ(numbers, oracle.Summarize(article, sentences, bytes, lead, query))
          << sentences << " sentences, " << bytes << " bytes, " << query;
    }
  });
}

TEST(OracleTest, Lookup) {
  uint32_t found = 0;
  ForRandomIndexes(2000, [&](const OpenFile& file, const IndexOracle& oracle, uint32_t articles, Random* random) {
    for (const std::string subject : {"Brund", "the old mill", "old mill", "mill", "Tessaly", "gardener", "castle"}) {
      for (const std::string relation : {"", "painted", "closed", "slowly closed", "king", "closed painted"}) {
        const uint32_t article = random->Next(3) == 0 ? PITH_ALL_ARTICLES : random->Next(articles);
        const uint32_t skip = random->Next(2) * random->Next(9);
        pith_fact facts[PITH_MAX_RESULTS];
        uint32_t count = 0;
        ASSERT_EQ(pith_lookup(file.get(), article, {AsText(subject), AsText(relation), {}}, skip, facts,
                              PITH_MAX_RESULTS, &count),
                  PITH_OK);
        std::vector<std::string> objects, wanted = oracle.Lookup(article, subject, relation);
        for (uint32_t i = 0; i < count; ++i) objects.push_back(AsString(facts[i].object));
        wanted.erase(wanted.begin(), wanted.begin() + std::min<size_t>(skip, wanted.size()));
        if (wanted.size() > PITH_MAX_RESULTS) wanted.resize(PITH_MAX_RESULTS);
        EXPECT_EQ(objects, wanted) << subject << ", " << relation << " in " << article;
        found += count;
      }
    }
  });
  EXPECT_GT(found, 1000u);
}

TEST(OracleTest, TimelinesAndArticles) {
  ForRandomIndexes(3000, [&](const OpenFile& file, const IndexOracle& oracle, uint32_t articles, Random* random) {
    for (uint32_t a = 0; a < articles; ++a) {
      const compiler::Analysis& analysis = oracle.article(a).analysis();
      std::vector<std::pair<std::string, uint32_t>> wanted, told;
      for (const compiler::Event& event : analysis.events) {
        wanted.emplace_back(analysis.values[event.value].iso, event.begin);
      }
      std::sort(wanted.begin(), wanted.end());
      pith_event event;
      for (uint32_t i = 0; pith_get_event(file.get(), a, i, &event) == PITH_OK; ++i) {
        told.emplace_back(AsString(event.date), event.begin);
        EXPECT_EQ(AsString(event.text), analysis.article.text.substr(event.begin, event.end - event.begin));
      }
      EXPECT_EQ(told, wanted);
      uint32_t number = 99;
      ASSERT_EQ(pith_find_article(file.get(), analysis.article.id.data(), analysis.article.id.size(), &number),
                PITH_OK);
      EXPECT_EQ(number, a);
    }
    for (int i = 0; i < 50; ++i) {
      const std::string id = "id" + std::to_string(random->Next(50)) + (random->Next(2) == 0 ? "" : "é");
      uint32_t number = 0;
      const pith_status status = pith_find_article(file.get(), id.data(), id.size(), &number);
      const int wanted = oracle.Find(id);
      EXPECT_EQ(status, wanted < 0 ? PITH_NO_SUCH_ARTICLE : PITH_OK) << id;
      EXPECT_TRUE(wanted < 0 || number == static_cast<uint32_t>(wanted)) << id;
    }
  });
}

}  // namespace
}  // namespace pith::testing
