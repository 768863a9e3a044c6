// One search engine over the texts and questions of a comparison: pith, fts5 or xapian, in this process and one thread.
//
//   peers ENGINE DOCS QUESTIONS WORK_FILE ROUNDS
//
// DOCS and QUESTIONS have two columns, apart by a tab: an id and a text; a question's id is that of the document that
// answers it. pith opens WORK_FILE, the others write it. Prints one JSON object: what the index takes, how long it took
// to make and to open, and for each question the least time of the rounds and the ten best documents. Every round asks
// all questions, so that no question finds the caches as it left them. The first round is also told by itself: cold.
// Questions are timed by the processor's time of the thread, which other jobs on the machine do not lengthen much.

#include <sqlite3.h>
#include <time.h>
#include <xapian.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pith/pith.h"

namespace {

constexpr uint32_t kBest = 10;
using Clock = std::chrono::steady_clock;
using Pair = std::pair<std::string, std::string>;

double Since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// The processor's time of this thread, in µs.
double Microseconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "peers: %s\n", why.c_str());
  std::exit(1);
}

std::vector<Pair> ReadPairs(const char* path) {
  std::ifstream in(path);
  std::vector<Pair> pairs;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) Fail(std::string(path) + ": a line without a tab");
    pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return pairs;
}

std::vector<std::string> WordsOf(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

class Engine {
 public:
  virtual ~Engine() = default;
  virtual void Build(const std::vector<Pair>&) {}
  virtual void Open() = 0;
  // What is done before the clock starts.
  virtual void Prepare(const std::string& question) = 0;
  // The numbers of the best documents.
  virtual void Search(std::vector<uint32_t>* best) = 0;
};

// pith_search ranks sentences: the documents are those of the best 32, in their order, or of the best 64 if those are
// of too few.
class PithEngine : public Engine {
 public:
  explicit PithEngine(std::string path) : path_(std::move(path)) {}
  void Open() override {
    std::ifstream in(path_, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    const auto start = Clock::now();
    if (pith_open(bytes_.data(), bytes_.size(), nullptr, 0, &index_) != PITH_OK) Fail(path_ + ": cannot be opened");
    opened_ = Since(start);
  }
  double opened() const { return opened_; }
  void Prepare(const std::string& question) override {
    question_ = question;
    std::replace(question_.begin(), question_.end(), '"', ' ');  // the others are given words, and no phrases
  }
  void Search(std::vector<uint32_t>* best) override {
    uint32_t count = 0;
    for (const uint32_t wanted : {PITH_MAX_RESULTS / 2, PITH_MAX_RESULTS}) {
      best->clear();
      pith_search(&index_, PITH_ALL_ARTICLES, question_.data(), question_.size(), work_, sizeof work_, 0, hits_, wanted,
                  &count);
      for (uint32_t i = 0; i < count && best->size() < kBest; ++i) {
        const uint32_t document = hits_[i].sentence.article;
        if (std::find(best->begin(), best->end(), document) == best->end()) best->push_back(document);
      }
      if (count < wanted || best->size() == kBest) return;
    }
  }

 private:
  const std::string path_;
  std::vector<char> bytes_;
  double opened_ = 0;
  std::string question_;
  pith_index index_;
  pith_hit hits_[PITH_MAX_RESULTS];
  uint64_t work_[PITH_WORK_BYTES / sizeof(uint64_t)];
};

// bm25, the tokenizer that folds and stems, one prepared statement, words joined by OR.
class Fts5Engine : public Engine {
 public:
  explicit Fts5Engine(std::string path) : path_(std::move(path)) {}
  ~Fts5Engine() override {
    sqlite3_finalize(query_);
    sqlite3_close(database_);
  }
  void Build(const std::vector<Pair>& documents) override {
    std::filesystem::remove(path_);
    Open();
    Run("CREATE VIRTUAL TABLE d USING fts5(text, tokenize = 'porter unicode61'); BEGIN");
    sqlite3_stmt* insert = nullptr;
    Check(sqlite3_prepare_v2(database_, "INSERT INTO d(rowid, text) VALUES (?, ?)", -1, &insert, nullptr));
    for (size_t i = 0; i < documents.size(); ++i) {
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i) + 1);
      sqlite3_bind_text(insert, 2, documents[i].second.data(), static_cast<int>(documents[i].second.size()),
                        SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) Fail(sqlite3_errmsg(database_));
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    Run("COMMIT; INSERT INTO d(d) VALUES ('optimize'); VACUUM");
    sqlite3_close(std::exchange(database_, nullptr));
  }
  void Open() override {
    Check(sqlite3_open(path_.c_str(), &database_));
    Run("PRAGMA cache_size = -262144; PRAGMA mmap_size = 1073741824");
  }
  void Prepare(const std::string& question) override {
    if (query_ == nullptr) {
      const char kQuery[] = "SELECT rowid FROM d WHERE d MATCH ? ORDER BY rank LIMIT 10";
      Check(sqlite3_prepare_v2(database_, kQuery, -1, &query_, nullptr));
    }
    words_.clear();
    for (const std::string& word : WordsOf(question)) words_ += (words_.empty() ? "\"" : " OR \"") + word + "\"";
  }
  void Search(std::vector<uint32_t>* best) override {
    sqlite3_reset(query_);
    sqlite3_bind_text(query_, 1, words_.data(), static_cast<int>(words_.size()), SQLITE_STATIC);
    while (sqlite3_step(query_) == SQLITE_ROW) {
      best->push_back(static_cast<uint32_t>(sqlite3_column_int64(query_, 0) - 1));
    }
  }

 private:
  void Check(int status) const {
    if (status != SQLITE_OK) Fail(sqlite3_errmsg(database_));
  }
  void Run(const char* statements) const { Check(sqlite3_exec(database_, statements, nullptr, nullptr, nullptr)); }

  const std::string path_;
  sqlite3* database_ = nullptr;
  sqlite3_stmt* query_ = nullptr;
  std::string words_;
};

// BM25, the English stemmer, words joined by OR. Its own query parser takes part of the time, as it does where it is
// used.
class XapianEngine : public Engine {
 public:
  explicit XapianEngine(std::string path) : path_(std::move(path)) {}
  void Build(const std::vector<Pair>& documents) override {
    std::filesystem::remove_all(path_);
    const std::string loose = path_ + ".loose";
    Xapian::WritableDatabase database(loose, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (const Pair& one : documents) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(one.second);
      document.set_data(one.second);
      database.add_document(document);
    }
    database.commit();
    database.compact(path_);
    std::filesystem::remove_all(loose);
  }
  void Open() override {
    database_ = Xapian::Database(path_);
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }
  void Prepare(const std::string& question) override {
    question_.clear();
    for (const std::string& word : WordsOf(question)) question_ += word + " ";
  }
  void Search(std::vector<uint32_t>* best) override {
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(question_, 0));
    const Xapian::MSet found = enquire.get_mset(0, kBest);
    for (auto it = found.begin(); it != found.end(); ++it) best->push_back(*it - 1);
  }

 private:
  const std::string path_;
  Xapian::Database database_;
  Xapian::QueryParser parser_;
  std::string question_;
};

uint64_t BytesOf(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return std::filesystem::file_size(path);
  uint64_t bytes = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(path)) {
    if (file.is_regular_file()) bytes += file.file_size();
  }
  return bytes;
}

template <typename Number>
void PrintList(const char* name, const std::vector<Number>& numbers, const char* format) {
  std::printf(", \"%s\": [", name);
  for (size_t i = 0; i < numbers.size(); ++i)
    std::printf(i == 0 ? format : (std::string(", ") + format).c_str(), numbers[i]);
  std::printf("]");
}

void Measure(const char* name, Engine* engine, const std::vector<Pair>& documents, const std::vector<Pair>& questions,
             const std::string& path, int rounds) {
  const auto start = Clock::now();
  engine->Build(documents);
  const double built = Since(start);
  const auto opening = Clock::now();
  engine->Open();
  const auto* pith = dynamic_cast<PithEngine*>(engine);
  const double opened = pith != nullptr ? pith->opened() : Since(opening);
  std::vector<double> cold(questions.size()), least(questions.size(), 1e9);
  std::vector<std::vector<uint32_t>> best(questions.size());
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < questions.size(); ++i) {
      engine->Prepare(questions[i].second);
      best[i].clear();
      const double begin = Microseconds();
      engine->Search(&best[i]);
      const double took = Microseconds() - begin;
      if (round == 0) cold[i] = took;
      least[i] = std::min(least[i], took);
    }
  }
  std::printf("{\"engine\": \"%s\", \"documents\": %zu, \"bytes\": %llu, \"build_s\": %.3f, \"open_us\": %.3f", name,
              documents.size(), static_cast<unsigned long long>(BytesOf(path)), built, opened * 1e6);
  PrintList("us", least, "%.3f");
  PrintList("cold_us", cold, "%.3f");
  std::printf(", \"best\": [");
  for (size_t i = 0; i < best.size(); ++i) {
    std::printf(i == 0 ? "[" : ", [");
    for (size_t k = 0; k < best[i].size(); ++k) std::printf(k == 0 ? "%u" : ", %u", best[i][k]);
    std::printf("]");
  }
  std::printf("]}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) Fail("peers ENGINE DOCS QUESTIONS WORK_FILE ROUNDS");
  const std::string name = argv[1], path = argv[4];
  const std::vector<Pair> documents = ReadPairs(argv[2]), questions = ReadPairs(argv[3]);
  std::unique_ptr<Engine> engine;
  if (name == "pith") engine = std::make_unique<PithEngine>(path);
  if (name == "fts5") engine = std::make_unique<Fts5Engine>(path);
  if (name == "xapian") engine = std::make_unique<XapianEngine>(path);
  if (engine == nullptr) Fail("no such engine: " + name);
  Measure(argv[1], engine.get(), documents, questions, path, std::atoi(argv[5]));
  return 0;
}
