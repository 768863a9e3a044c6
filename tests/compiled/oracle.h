// A slow, plain implementation of what the engine does with tables and bounded memory: maps and scans over the analyzed
// articles themselves. It shares with the engine what a word is (tokens, folding, families) and the logarithm in whole
// numbers, and nothing else.

#ifndef PITH_TESTS_COMPILED_ORACLE_H_
#define PITH_TESTS_COMPILED_ORACLE_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::testing {

// Makes the same numbers everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 2 + 1) {}
  // 0..below-1.
  uint32_t Next(uint32_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % below;
  }
  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[Next(static_cast<uint32_t>(from.size()))];
  }

 private:
  uint64_t state_;
};

// An article of random words, sentences, names, facts and events; sentences_at_most > 0.
compiler::Analysis RandomArticle(const std::string& id, uint32_t sentences_at_most, Random* random);

// Words to look for: of the articles' vocabulary, inflected, misspelled and strange ones.
std::string RandomQuery(Random* random);

// What misspelled words mean, folded, to families.
using Corrections = std::map<std::string, uint32_t>;

// One article, known by heart.
class ArticleOracle {
 public:
  explicit ArticleOracle(const compiler::Analysis& analysis);

  const compiler::Analysis& analysis() const { return analysis_; }
  uint32_t size() const { return static_cast<uint32_t>(analysis_.sentences.size()); }
  // By family, then sentence (from 0): the weight.
  const std::map<uint32_t, std::map<uint32_t, uint32_t>>& postings() const { return postings_; }

  // The families of a sentence's words, stop words left out, in order.
  const std::vector<uint32_t>& families(uint32_t sentence) const { return families_[sentence]; }

  // The article's words, folded, and their families, as they are read.
  const std::vector<std::pair<std::string, uint32_t>>& words() const { return words_; }

  // How much the article is about a family.
  uint32_t Impact(uint32_t key) const;

  // Each sentence that the words find, with its score. With `corrections`, the article is one of several: words weigh
  // by their language, not by how rare they are in this article.
  std::map<uint32_t, uint32_t> Scores(const std::string& query, const Corrections* corrections = nullptr) const;

 private:
  struct Found {
    uint32_t key, strength;
  };
  // Those of `keys` that the article has; if none is and the word is not known, the nearest spelling.
  std::vector<Found> Meanings(const std::string& folded, bool known, const std::map<uint32_t, uint32_t>& keys) const;

  compiler::Analysis analysis_;
  std::map<uint32_t, std::map<uint32_t, uint32_t>> postings_;
  std::vector<std::pair<std::string, uint32_t>> words_;
  std::vector<std::vector<uint32_t>> families_;
  std::vector<uint32_t> lengths_;  // words of each sentence that are no stop words
  uint32_t word_count_ = 0;
};

struct OracleHit {
  uint32_t article, sentence, score;  // sentence from 0
  bool operator==(const OracleHit& other) const {
    return article == other.article && sentence == other.sentence && score == other.score;
  }
};

class IndexOracle {
 public:
  explicit IndexOracle(const std::vector<compiler::Analysis>& articles);

  const ArticleOracle& article(uint32_t number) const { return articles_[number]; }

  // As pith_search, from one article or PITH_ALL_ARTICLES.
  std::vector<OracleHit> Search(uint32_t article, const std::string& query, uint32_t capacity, uint32_t skip = 0) const;
  // As pith_summarize: sentences from 0 in reading order; 0: no limit.
  std::vector<uint32_t> Summarize(uint32_t article, uint32_t sentences, uint32_t bytes, bool lead,
                                  const std::string& query) const;
  // The objects that pith_lookup finds, the most important first.
  std::vector<std::string> Lookup(uint32_t article, const std::string& subject, const std::string& relation) const;
  // The number of the article of that id, or -1.
  int Find(const std::string& id) const;

 private:
  Corrections Correct(const std::string& query) const;
  std::vector<std::pair<uint32_t, uint32_t>> Ranked(const std::string& query, const Corrections& corrections) const;

  std::vector<ArticleOracle> articles_;
};

}  // namespace pith::testing

#endif  // PITH_TESTS_COMPILED_ORACLE_H_
