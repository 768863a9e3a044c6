// How fast sentences are ranked and summaries made:
//
//   summary_speed MODEL LANGUAGE DOCS.jsonl
//
// Ranks each article, and the first 50,000 words of all as one article; then asks the engine for summaries of the first
// 40 paragraphs (a paragraph an article's first three sentences), three sentences for each of 20 queries.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "pith/pith.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/rank/rank.h"
#include "tools/train/common/articles.h"
#include "tools/train/common/index_file.h"

namespace pith::train {
namespace {

constexpr size_t kLongArticle = 50000;  // words
constexpr size_t kParagraphs = 40, kSentencesOfParagraph = 3, kQueries = 20, kQueryWords = 6;

size_t WordsIn(const compiler::Analysis& analysis) {
  size_t words = 0;
  for (const compiler::Sentence& sentence : analysis.sentences) words += sentence.tokens.size();
  return words;
}

// Seconds of the quickest of `rounds` calls.
template <typename Call>
double Quickest(int rounds, Call call) {
  using Clock = std::chrono::steady_clock;
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const Clock::time_point start = Clock::now();
    call();
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return best;
}

void TimeQueries(const Analyzer& analyzer, const std::string& text, const std::vector<std::string>& queries) {
  const compiler::Analysis analysis = analyzer.Analyze({{"id", "long"}, {"text", text}});
  const IndexFile index(analysis, analyzer.language());
  std::vector<uint64_t> work(PITH_WORK_BYTES / 8);
  pith_sentence sentences[3];
  uint32_t count = 0;
  double sum = 0, most = 0;
  for (const std::string& query : queries) {
    const double seconds = Quickest(200, [&] {
      pith_summarize(&index.handle(), 0, {3, 0, PITH_BY_RANK}, query.data(), query.size(), work.data(), work.size() * 8,
                     sentences, 3, &count);
    });
    sum += seconds;
    most = std::max(most, seconds);
  }
  std::printf("summary for a query, %zu paragraphs, %zu sentences, %zu words: mean %.1f us, slowest %.1f us\n",
              kParagraphs, analysis.sentences.size(), WordsIn(analysis),
              1e6 * sum / static_cast<double>(queries.size()), 1e6 * most);
}

int Main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: summary_speed MODEL LANGUAGE DOCS.jsonl\n");
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  std::string all, paragraphs;
  std::vector<std::string> queries;
  size_t articles = 0, words = 0;
  double seconds = 0;
  for (const nlohmann::json& article : ReadJsonLines(argv[3])) {
    if (words >= kLongArticle) break;
    compiler::Analysis analysis = analyzer.Analyze(article);
    if (analysis.sentences.size() < kSentencesOfParagraph) continue;
    seconds += Quickest(20, [&] { compiler::RankSentences(&analysis, analyzer.language()); });
    ++articles;
    words += WordsIn(analysis);
    const std::string& text = analysis.article.text;
    absl::StrAppend(&all, text, "\n\n");
    if (articles <= kParagraphs) {
      const compiler::Sentence& last = analysis.sentences[kSentencesOfParagraph - 1];
      absl::StrAppend(&paragraphs, text.substr(0, last.end), "\n\n");
    }
    if (queries.size() < kQueries) {
      const std::vector<compiler::Token>& tokens = analysis.sentences.front().tokens;
      const size_t last = std::min(tokens.size(), kQueryWords) - 1;
      queries.push_back(text.substr(tokens.front().begin, tokens[last].end - tokens.front().begin));
    }
  }
  if (articles == 0) return 1;
  std::printf("rank: %zu articles of %zu words in the mean: %.3f ms for 700 words\n", articles, words / articles,
              1e3 * seconds * 700 / static_cast<double>(words));
  compiler::Analysis analysis = analyzer.Analyze({{"id", "all"}, {"text", all}});
  const double long_seconds = Quickest(3, [&] { compiler::RankSentences(&analysis, analyzer.language()); });
  std::printf("rank: one article of %zu words: %.1f ms\n", WordsIn(analysis), 1e3 * long_seconds);
  TimeQueries(analyzer, paragraphs, queries);
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
