// Makes and measures the syntax models: parts of speech, dictionary forms, dependency trees.
//
//   syntax_main DATA MODEL --network FOLDER   puts in what syntax/train.py wrote, trains lemmas; keeps other sections
//   syntax_main DATA MODEL                    measures only

#include <cstdio>
#include <ctime>
#include <iostream>

#include "CLI/CLI.hpp"
#include "tools/compiler/read/files.h"
#include "tools/compiler/syntax/parser.h"
#include "tools/train/common/sections.h"
#include "tools/train/syntax/corpus.h"
#include "tools/train/syntax/lemma_training.h"

namespace pith::compiler {
namespace {

constexpr uint64_t kMaxSectionBytes = 64 << 20;
constexpr const char* kNetwork[] = {"words", "tags", "syntax.tables", "syntax.net"};

// The sections that tools/train/syntax/train.py wrote, and lemmas for their tags.
absl::StatusOr<Sections> Train(const Corpus& corpus, const std::string& folder) {
  Sections sections;
  for (const char* name : kNetwork) {
    absl::StatusOr<std::string> bytes = ReadFile(folder + "/" + name, kMaxSectionBytes);
    if (!bytes.ok()) return bytes.status();
    sections.emplace_back(name, *std::move(bytes));
  }
  const absl::StatusOr<Models> models = Models::FromBytes(MakeModelFile(sections));
  if (!models.ok()) return models.status();
  for (auto& section : TrainLemmas(corpus.train, models->syntax(), 4, 1 << 19)) sections.push_back(std::move(section));
  return sections;
}

void Evaluate(const Corpus& corpus, const Models& models) {
  std::printf("%-10s %8s %8s %8s %8s %8s %8s %10s\n", "set", "words", "UPOS", "lemma", "UAS", "LAS", "roots",
              "words/s");
  for (const auto& [name, sentences] : corpus.tests) {
    int words = 0, pos = 0, lemmas = 0, heads = 0, labeled = 0, roots = 0;
    double seconds = 0;
    for (const GoldSentence& gold : sentences) {
      Sentence sentence = gold.sentence;
      for (Token& token : sentence.tokens) token.head = 0;
      const std::clock_t begin = std::clock();
      AnalyzeSyntax(models, gold.text, sentence);
      seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
      for (size_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token &found = sentence.tokens[i], &right = gold.sentence.tokens[i];
        ++words;
        pos += found.pos == right.pos;
        lemmas += found.lemma == right.lemma;
        heads += found.head == right.head;
        labeled += found.head == right.head && found.rel == right.rel;
        roots += found.head == right.head && right.head == -1;
      }
    }
    const auto percent = [](int part, size_t whole) { return 100.0 * part / static_cast<double>(whole); };
    const auto all = static_cast<size_t>(words);
    std::printf("%-10s %8d %8.2f %8.2f %8.2f %8.2f %8.2f %10.0f\n", name.c_str(), words, percent(pos, all),
                percent(lemmas, all), percent(heads, all), percent(labeled, all), percent(roots, sentences.size()),
                words / seconds);
  }
}

int Fail(const absl::Status& status) {
  std::cerr << status.message() << "\n";
  return 1;
}

int Main(int argc, char** argv) {
  CLI::App app("Puts a trained network for syntax into the model file, trains lemmas, and measures both.");
  std::string data, model_path, folder;
  app.add_option("data", data, "folder with language/ud-ewt and language/gum")->required();
  app.add_option("model", model_path, "the model file")->required();
  app.add_option("--network", folder, "what train.py wrote; without it, measure only");
  CLI11_PARSE(app, argc, argv);
  const absl::StatusOr<Corpus> corpus = ReadCorpus(data);
  if (!corpus.ok()) return Fail(corpus.status());
  if (!folder.empty()) {
    const absl::StatusOr<Sections> sections = Train(*corpus, folder);
    if (!sections.ok()) return Fail(sections.status());
    if (absl::Status status = ReplaceSections(model_path, *sections); !status.ok()) return Fail(status);
  }
  const absl::StatusOr<Models> models = Models::Load(model_path);
  if (!models.ok()) return Fail(models.status());
  Evaluate(*corpus, *models);
  return 0;
}

}  // namespace
}  // namespace pith::compiler

int main(int argc, char** argv) { return pith::compiler::Main(argc, argv); }
