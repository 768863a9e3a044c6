// Asks the engine's reader what the trainer's asked: prints, a line each, what it answers.
//
//   reader_check INDEX.pith QUESTIONS.jsonl NETWORK TABLES WORDS [EVERY [SENTENCES]]
//
// NETWORK, TABLES, WORDS: what tools/train/reader/export.py wrote. Of QUESTIONS every EVERY-th of the development
// articles that has an answer is asked of the best SENTENCES (3) of its article. The lines hold id, begin, end (bytes
// of the article), score and that of "no answer", for tools/train/reader/compare.py; last, microseconds a question.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "engine/find/sentences.h"
#include "engine/reader/reader.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/read/files.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

// What finding sentences takes.
struct FindWork {
  Query query;
  Question question;
  Matches matches;
  RetrieveWork retrieve;
};

constexpr uint32_t kTopSentences = 8;

std::string Load(const char* path) {
  auto file = compiler::ReadFile(path, uint64_t{1} << 32);
  if (!file.ok()) {
    std::cerr << file.status() << "\n";
    std::exit(1);
  }
  return *std::move(file);
}

Bytes View(const std::string& bytes) { return Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()); }

int Main(int argc, char** argv) {
  if (argc < 6) {
    std::cerr << "usage: reader_check INDEX.pith QUESTIONS.jsonl NETWORK TABLES WORDS [EVERY [SENTENCES]]\n";
    return 2;
  }
  const std::string file = Load(argv[1]), network = Load(argv[3]), tables = Load(argv[4]), words = Load(argv[5]);
  const int every = argc > 6 ? std::atoi(argv[6]) : 1;
  const uint32_t sentences = argc > 7 ? static_cast<uint32_t>(std::atoi(argv[7])) : 3;
  pith_index handle;
  if (const pith_status status = pith_open(file.data(), file.size(), nullptr, 0, &handle); status != PITH_OK) {
    std::cerr << argv[1] << ": " << pith_status_text(status) << "\n";
    return 1;
  }
  const OpenedIndex& index = *OpenedIn(&handle);
  const ReaderSections sections = {View(network), View(tables), WordVectors(View(words)), WordVectors()};
  auto work = std::make_unique<FindWork>();
  auto reader = std::make_unique<ReaderWork>();
  int number = 0, asked = 0;
  double spent = 0;
  for (const nlohmann::json& line : ReadJsonLines(argv[2])) {
    const std::string doc = line.at("doc"), text = line.at("question");
    if (line.at("answers").empty() || !IsDevelopment(doc) || number++ % every != 0) continue;
    uint32_t article = 0;
    if (pith_find_article(&handle, doc.data(), doc.size(), &article) != PITH_OK) continue;
    if (ReadQuery(index.language, View(text), &work->query) != PITH_OK) continue;
    work->question = ReadQuestion(index.language, work->query);
    ScoredSentence found[kTopSentences];
    BestSentences best = {found, kTopSentences, 0};
    FindSentences(index, article, work->query, &work->matches, &work->retrieve, &best);
    ReaderSentence chosen[kTopSentences];
    uint32_t count = best.count < sentences ? best.count : sentences;
    for (uint32_t i = 0; i < count; ++i) chosen[i] = {found[i].article, found[i].sentence, found[i].score};
    if (count == 0) chosen[count++] = {article, 0, 0};
    const auto begin = std::chrono::steady_clock::now();
    const bool read = BeginReading(index, sections, work->query, work->question, chosen, count, reader.get());
    while (read && StepReading(index, sections, work->query, work->question, reader.get())) {
    }
    spent += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    ++asked;
    if (!read) continue;
    Part part;
    OpenPart(index, article, &part);
    if (reader->findings.count == 0) continue;
    const ReaderAnswer& answer = reader->findings.answers[0];
    const Range span = part.SpanOf(answer.sentence, answer.first, answer.last);
    std::printf("%s\t%u\t%u\t%d\t%d\n", line.at("id").get<std::string>().c_str(), span.begin, span.end, answer.score,
                reader->findings.none);
  }
  std::fprintf(stderr, "%d questions, %.0f microseconds each\n", asked, spent * 1e6 / (asked > 0 ? asked : 1));
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
