// How fast the engine is on the sample article, and beside it SQLite FTS5 over the same sentences: in memory, prepared
// statement, bm25. Warm, one core. Run: pith_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only
//
// What takes a question goes over all of the sample's; "p50" and "p90" are over them, each one's own quickest time.

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/index/index.h"
#include "engine/network/network.h"
#include "pith/pith.h"

namespace {

std::string ReadWhole(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The sample, opened once.
struct Sample {
  const std::string bytes = ReadWhole(PITH_SAMPLE_INDEX);
  std::vector<std::string> questions;
  pith_index index;
  uint64_t work[PITH_WORK_BYTES / sizeof(uint64_t)];

  Sample() {
    std::ifstream in(PITH_SAMPLE_QUESTIONS);
    for (std::string line; std::getline(in, line);) questions.push_back(line);
    if (questions.empty() || pith_open(bytes.data(), bytes.size(), nullptr, 0, &index) != PITH_OK) {
      std::fputs("no sample index: build the target pith_sample\n", stderr);
      std::exit(1);
    }
  }
};

Sample& TheSample() {
  static Sample sample;
  return sample;
}

// What one call takes for each question: the quickest of some rounds over all of them, so that no call is helped by
// having just answered the same question. In rising order.
template <typename Call>
std::vector<double> SecondsOfEach(const std::vector<std::string>& questions, Call call) {
  using Clock = std::chrono::steady_clock;
  constexpr int kRounds = 50;
  std::vector<double> best(questions.size(), 1);
  for (int round = 0; round < kRounds; ++round) {
    for (size_t i = 0; i < questions.size(); ++i) {
      const Clock::time_point start = Clock::now();
      call(questions[i]);
      best[i] = std::min(best[i], std::chrono::duration<double>(Clock::now() - start).count());
    }
  }
  std::sort(best.begin(), best.end());
  return best;
}

// Runs `call` over the questions in turn; beside the mean stand the questions' median and ninth decile.
template <typename Call>
void OverQuestions(benchmark::State& state, const std::vector<std::string>& questions, Call call) {
  size_t i = 0;
  for (auto _ : state) call(questions[i++ % questions.size()]);
  const std::vector<double> seconds = SecondsOfEach(questions, call);
  state.counters["p50"] = seconds[seconds.size() / 2];
  state.counters["p90"] = seconds[seconds.size() * 9 / 10];
}

void Open(benchmark::State& state) {
  const std::string& bytes = TheSample().bytes;
  for (auto _ : state) {
    pith_index index;
    benchmark::DoNotOptimize(pith_open(bytes.data(), bytes.size(), nullptr, 0, &index));
    benchmark::DoNotOptimize(index);
  }
}
BENCHMARK(Open);

void Ask(benchmark::State& state) {
  OverQuestions(state, TheSample().questions, [&sample = TheSample()](const std::string& question) {
    pith_answer answer;
    uint32_t count = 0;
    benchmark::DoNotOptimize(pith_ask(&sample.index, 0, question.data(), question.size(), PITH_DEFAULT_THRESHOLD,
                                      sample.work, sizeof sample.work, &answer, 1, &count));
    benchmark::DoNotOptimize(count);
  });
}
BENCHMARK(Ask);

// The same without the processor's wide instructions.
void AskPortable(benchmark::State& state) {
  Sample& sample = TheSample();
  pith::OpenedIndex opened = *pith::OpenedIn(&sample.index);
  opened.kernel = static_cast<uint8_t>(pith::Kernel::kPortable);
  static pith_index index;
  pith::PlaceIn(opened, &index);
  OverQuestions(state, sample.questions, [&sample](const std::string& question) {
    pith_answer answer;
    uint32_t count = 0;
    benchmark::DoNotOptimize(pith_ask(&index, 0, question.data(), question.size(), PITH_DEFAULT_THRESHOLD, sample.work,
                                      sizeof sample.work, &answer, 1, &count));
    benchmark::DoNotOptimize(count);
  });
}
BENCHMARK(AskPortable);

void Search(benchmark::State& state) {
  OverQuestions(state, TheSample().questions, [&sample = TheSample()](const std::string& question) {
    pith_hit hits[5];
    uint32_t count = 0;
    benchmark::DoNotOptimize(pith_search(&sample.index, 0, question.data(), question.size(), sample.work,
                                         sizeof sample.work, 0, hits, 5, &count));
    benchmark::DoNotOptimize(count);
  });
}
BENCHMARK(Search);

void Lookup(benchmark::State& state) {
  Sample& sample = TheSample();
  pith_article article;
  pith_get_article(&sample.index, 0, &article);
  std::vector<pith_fact> facts(article.facts);
  for (uint32_t i = 0; i < article.facts; ++i) pith_get_fact(&sample.index, 0, i, &facts[i]);
  size_t i = 0;
  for (auto _ : state) {
    const pith_fact& wanted = facts[i++ % facts.size()];
    pith_fact found;
    uint32_t count = 0;
    benchmark::DoNotOptimize(
        pith_lookup(&sample.index, 0, {wanted.subject, wanted.relation, {}}, 0, &found, 1, &count));
    benchmark::DoNotOptimize(found);
  }
}
BENCHMARK(Lookup);

void SummarizeThreeSentences(benchmark::State& state) {
  Sample& sample = TheSample();
  for (auto _ : state) {
    pith_sentence sentences[3];
    uint32_t count = 0;
    benchmark::DoNotOptimize(
        pith_summarize(&sample.index, 0, {3, 0, PITH_BY_RANK}, nullptr, 0, nullptr, 0, sentences, 3, &count));
    benchmark::DoNotOptimize(sentences);
  }
}
BENCHMARK(SummarizeThreeSentences);

void SummarizeForQuery(benchmark::State& state) {
  OverQuestions(state, TheSample().questions, [&sample = TheSample()](const std::string& question) {
    pith_sentence sentences[3];
    uint32_t count = 0;
    benchmark::DoNotOptimize(pith_summarize(&sample.index, 0, {3, 0, PITH_BY_RANK}, question.data(), question.size(),
                                            sample.work, sizeof sample.work, sentences, 3, &count));
    benchmark::DoNotOptimize(sentences);
  });
}
BENCHMARK(SummarizeForQuery);

// A question's words as FTS5 wants them: "word" OR "word" ...
std::string MatchExpression(const std::string& question) {
  std::string out, word;
  for (size_t i = 0; i <= question.size(); ++i) {
    const unsigned char c = i < question.size() ? static_cast<unsigned char>(question[i]) : ' ';
    if (std::isalnum(c) != 0 || c >= 0x80) {
      word += static_cast<char>(c);
    } else if (!word.empty()) {
      out += (out.empty() ? "\"" : " OR \"") + word + "\"";
      word.clear();
    }
  }
  return out;
}

// The best five sentences of a question, as Search finds them. Its strings are made outside the measured call.
void SqliteFts5(benchmark::State& state) {
  Sample& sample = TheSample();
  sqlite3* db = nullptr;
  sqlite3_stmt* insert = nullptr;
  sqlite3_stmt* find = nullptr;
  sqlite3_open(":memory:", &db);
  sqlite3_exec(db, "CREATE VIRTUAL TABLE s USING fts5(text, tokenize='porter unicode61')", nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(db, "INSERT INTO s(rowid, text) VALUES (?, ?)", -1, &insert, nullptr);
  pith_article article;
  pith_get_article(&sample.index, 0, &article);
  for (uint32_t i = 1; i <= article.sentences; ++i) {
    pith_sentence sentence;
    pith_get_sentence(&sample.index, 0, i, &sentence);
    sqlite3_bind_int64(insert, 1, i);
    sqlite3_bind_text(insert, 2, sentence.text.data, static_cast<int>(sentence.text.size), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  if (sqlite3_prepare_v2(db, "SELECT rowid, text FROM s WHERE s MATCH ? ORDER BY bm25(s) LIMIT 5", -1, &find,
                         nullptr) != SQLITE_OK) {
    state.SkipWithError("this SQLite has no FTS5");
  } else {
    std::vector<std::string> expressions;
    for (const std::string& question : sample.questions) expressions.push_back(MatchExpression(question));
    const auto ask = [find](const std::string& expression) {
      sqlite3_bind_text(find, 1, expression.data(), static_cast<int>(expression.size()), SQLITE_STATIC);
      while (sqlite3_step(find) == SQLITE_ROW) benchmark::DoNotOptimize(sqlite3_column_text(find, 1));
      sqlite3_reset(find);
    };
    OverQuestions(state, expressions, ask);
  }
  sqlite3_finalize(insert);
  sqlite3_finalize(find);
  sqlite3_close(db);
}
BENCHMARK(SqliteFts5);

}  // namespace
