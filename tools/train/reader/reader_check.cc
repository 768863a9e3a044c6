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

#include "engine/reader/reader.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/read/files.h"
#include "tools/train/common/articles.h"
#include "tools/train/common/index_file.h"
#include "tools/train/reader/found_sentences.h"

namespace pith::train {
namespace {

std::string Load(const char* path) {
  auto file = compiler::ReadFile(path, uint64_t{1} << 32);
  if (!file.ok()) {
    std::cerr << file.status() << "\n";
    std::exit(1);
  }
  return *std::move(file);
}

using compiler::AsBytes;

int Main(int argc, char** argv) {
  if (argc < 6) {
    std::cerr << "usage: reader_check INDEX.pith QUESTIONS.jsonl NETWORK TABLES WORDS [EVERY [SENTENCES]]\n";
    return 2;
  }
  const IndexFile file(argv[1]);
  const std::string network = Load(argv[3]), tables = Load(argv[4]), words = Load(argv[5]);
  const int every = argc > 6 ? std::atoi(argv[6]) : 1;
  const uint32_t sentences = argc > 7 ? static_cast<uint32_t>(std::atoi(argv[7])) : 3;
  const OpenedIndex& index = file.opened();
  const ReaderSections sections = {AsBytes(network), AsBytes(tables), WordVectors(AsBytes(words)), WordVectors()};
  const auto found = std::make_unique<FoundSentences>();
  auto reader = std::make_unique<ReaderWork>();
  int number = 0, asked = 0;
  double spent = 0;
  for (const nlohmann::json& line : ReadJsonLines(argv[2])) {
    const std::string doc = line.at("doc"), text = line.at("question");
    if (line.at("answers").empty() || !IsDevelopment(doc) || number++ % every != 0) continue;
    uint32_t article = 0;
    if (pith_find_article(&file.handle(), doc.data(), doc.size(), &article) != PITH_OK) continue;
    if (!found->Find(index, article, text)) continue;
    const std::vector<ReaderSentence> chosen = found->ToRead(article, sentences);
    const auto begin = std::chrono::steady_clock::now();
    const bool read = BeginReading(index, sections, found->query, found->question, chosen.data(),
                                   static_cast<uint32_t>(chosen.size()), reader.get());
    while (read && StepReading(index, sections, found->query, found->question, reader.get())) {
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
