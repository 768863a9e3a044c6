#include "tools/compiler/rank/rank.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"

namespace pith::compiler {
namespace {

size_t RankOf(const Analysis& analysis, uint32_t sentence) {
  const auto& order = analysis.summary_order;
  return static_cast<size_t>(std::find(order.begin(), order.end(), sentence) - order.begin());
}

// Expectations: `before: 2 4` says that sentence 2 (from 1) joins a summary before sentence 4; `above: 2 4` that its
// importance is higher; `leans: 4 2` that sentence 4 leans on sentence 2, `leans: 4 0` that it leans on none.
TEST(Rank, OrdersAsWritten) {
  for (WrittenCase& written : ReadCases("rank.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    Analysis& analysis = written.analysis;
    RankSentences(&analysis, TestLanguage());
    for (const auto& [key, numbers] : written.expectations) {
      const auto a = static_cast<uint32_t>(numbers[0] - '1'), b = static_cast<uint32_t>(numbers[2] - '1');
      ASSERT_LT(a, analysis.sentences.size());
      if (key == "before") {
        EXPECT_LT(RankOf(analysis, a), RankOf(analysis, b)) << numbers;
      } else if (key == "above") {
        EXPECT_GT(analysis.importance[a], analysis.importance[b]) << numbers;
      } else if (key == "leans") {
        EXPECT_EQ(analysis.sentences[a].leans_on, numbers[2] - '1') << numbers;
      } else {
        ADD_FAILURE() << "unknown expectation: " << key;
      }
    }
  }
}

TEST(Rank, EverySentenceOnceWithBoundedImportance) {
  for (WrittenCase& written : ReadCases("rank.txt")) {
    Analysis& analysis = written.analysis;
    RankSentences(&analysis, TestLanguage());
    std::vector<uint32_t> all(analysis.sentences.size());
    std::iota(all.begin(), all.end(), 0u);
    std::vector<uint32_t> sorted = analysis.summary_order;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, all);
    ASSERT_EQ(analysis.importance.size(), all.size());
    EXPECT_LE(*std::max_element(analysis.importance.begin(), analysis.importance.end()), 10000);
  }
}

TEST(Rank, SameInputSameOrder) {
  std::vector<WrittenCase> once = ReadCases("rank.txt"), again = ReadCases("rank.txt");
  for (size_t i = 0; i < once.size(); ++i) {
    RankSentences(&once[i].analysis, TestLanguage());
    RankSentences(&again[i].analysis, TestLanguage());
    EXPECT_EQ(once[i].analysis.summary_order, again[i].analysis.summary_order);
    EXPECT_EQ(once[i].analysis.importance, again[i].analysis.importance);
  }
}

TEST(Rank, NothingFromNothing) {
  Analysis analysis;
  analysis.importance = {1};
  analysis.summary_order = {3};
  RankSentences(&analysis, TestLanguage());
  EXPECT_TRUE(analysis.importance.empty());
  EXPECT_TRUE(analysis.summary_order.empty());
}

// `n` sentences of the words that `word` gives for a sentence and a place in it.
template <typename Word>
Analysis Sentences(size_t n, bool heading, Word word) {
  Analysis analysis;
  for (size_t s = 0; s < n; ++s) {
    Sentence sentence;
    sentence.heading = heading;
    sentence.paragraph = static_cast<uint32_t>(s);
    for (size_t t = 0; t < 6; ++t) {
      Token token;
      token.folded = token.lemma = word(s, t);
      token.pos = Pos::kNoun;
      token.head = t == 0 ? -1 : 0;
      sentence.tokens.push_back(token);
    }
    analysis.sentences.push_back(sentence);
  }
  return analysis;
}

TEST(Rank, OddArticlesHaveTheirOrderToo) {
  const auto same = [](size_t, size_t t) { return absl::StrCat("word", t); };
  for (Analysis analysis : {Sentences(1, false, same), Sentences(9, false, same), Sentences(9, true, same)}) {
    const size_t n = analysis.sentences.size();
    RankSentences(&analysis, TestLanguage());
    std::vector<uint32_t> sorted = analysis.summary_order;
    std::sort(sorted.begin(), sorted.end());
    for (uint32_t i = 0; i < n; ++i) EXPECT_EQ(sorted[i], i);
    EXPECT_EQ(analysis.importance.size(), n);
  }
}

// Every sentence shares words with every other: a look at each pair would be ten thousand million looks.
TEST(Rank, AHundredThousandSentences) {
  Analysis analysis = Sentences(
      100000, false, [](size_t s, size_t t) { return absl::StrCat("w", (s * 7 + t * 131) % (t < 2 ? 5 : 5000)); });
  RankSentences(&analysis, TestLanguage());
  EXPECT_EQ(analysis.summary_order.size(), 100000u);
}

// Greedy choice with lazy updates must give what choosing the best at each step by plain search gives.
TEST(Rank, LazyGreedyEqualsPlainGreedy) {
  uint32_t seed = 1;
  const auto random = [&seed](uint32_t n) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % n;
  };
  for (int round = 0; round < 50; ++round) {
    Analysis analysis;
    const uint32_t n = 1 + random(12);
    for (uint32_t s = 0; s < n; ++s) {
      Sentence sentence;
      for (uint32_t t = 0, words = 3 + random(9); t < words; ++t) {
        Token token;
        token.folded = token.lemma = absl::StrCat("w", random(20));
        token.pos = Pos::kNoun;
        token.head = t == 0 ? -1 : 0;
        sentence.tokens.push_back(token);
      }
      analysis.sentences.push_back(sentence);
    }
    const RankInput input = MakeRankInput(analysis, TestLanguage());
    std::vector<double> scores;
    const std::vector<uint32_t> order = SummaryOrder(analysis, input, kRankWeights, &scores);
    std::vector<char> said(input.words), chosen(n);
    for (uint32_t step = 0; step < n; ++step) {
      double best = -1e9, got = 0;
      for (uint32_t s = 0; s < n; ++s) {
        if (chosen[s]) continue;
        double total = 0, unsaid = 0;
        for (size_t k = 0; k < input.content[s].words.size(); ++k) {
          total += input.content[s].weights[k];
          if (!said[input.content[s].words[k]]) unsaid += input.content[s].weights[k];
        }
        const double gain = scores[s] + NoveltyGain(kRankWeights, total > 0 ? unsaid / total : 1);
        best = std::max(best, gain);
        if (s == order[step]) got = gain;
      }
      EXPECT_NEAR(got, best, 1e-9);
      chosen[order[step]] = 1;
      for (uint32_t word : input.content[order[step]].words) said[word] = 1;
    }
  }
}

}  // namespace
}  // namespace pith::compiler
