// Trains and measures the syntax models: parts of speech, dictionary forms, dependency trees.
//
//   syntax_main DATA CLUSTERS MODEL               trains; keeps other sections of MODEL, if it is there
//   syntax_main DATA CLUSTERS MODEL --evaluate    measures only

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "CLI/CLI.hpp"
#include "tools/compiler/parser.h"
#include "tools/compiler/tagger.h"
#include "tools/train/corpus.h"
#include "tools/train/sections.h"
#include "tools/train/syntax_training.h"

namespace pith::compiler {
namespace {

constexpr int kFolds = 4;

std::vector<SentenceView> Views(const Models& models, const std::vector<GoldSentence>& sentences) {
  std::vector<SentenceView> views;
  for (const GoldSentence& gold : sentences) views.push_back(ViewSentence(models, gold.text, gold.sentence));
  return views;
}

absl::StatusOr<Sections> Train(const Corpus& corpus, const std::string& clusters, int epochs, size_t parser_bytes) {
  std::vector<GoldSentence> train = corpus.train;
  AddCaseVariants(&train);
  absl::StatusOr<Models> base = Models::FromBytes(MakeModelFile({{"clusters", clusters}}));
  if (!base.ok()) return base.status();
  const std::vector<SentenceView> views = Views(*base, train);
  const TagSet tags(train);
  Sections sections = {{"clusters", clusters}, {"tags", tags.Section()}};
  // The parser learns from tags as wrong as those it will see: from taggers that never saw the sentence.
  std::vector<std::vector<uint8_t>> tagged(train.size());
  for (int fold = 0; fold < kFolds; ++fold) {
    const std::string tagger = TrainTagger(train, views, tags, std::min(epochs, 4), 8 << 20, fold, kFolds);
    absl::StatusOr<Models> models = Models::FromBytes(MakeModelFile({{"tags", tags.Section()}, {"tagger", tagger}}));
    if (!models.ok()) return models.status();
    for (size_t i = static_cast<size_t>(fold); i < train.size(); i += kFolds) tagged[i] = Tag(*models, views[i]);
  }
  sections.emplace_back("tagger", TrainTagger(train, views, tags, epochs, 5 << 19, -1, 0));
  for (auto& section : TrainLemmas(corpus.train, tags, 4, 1 << 19)) sections.push_back(std::move(section));
  sections.emplace_back("parser", TrainParser(train, views, tagged, epochs, parser_bytes));
  return sections;
}

void Evaluate(const Corpus& corpus, const Models& models) {
  std::printf("%-10s %8s %8s %8s %8s %8s %8s %10s\n", "set", "words", "UPOS", "lemma", "UAS", "LAS", "roots",
              "words/s");
  for (const auto& [name, sentences] : corpus.tests) {
    int words = 0, pos = 0, lemmas = 0, heads = 0, labelled = 0, roots = 0;
    double seconds = 0;
    for (const GoldSentence& gold : sentences) {
      Sentence sentence = gold.sentence;
      for (Token& token : sentence.tokens) token.head = 0;
      const auto begin = std::chrono::steady_clock::now();
      AnalyseSyntax(models, gold.text, sentence);
      seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
      for (size_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token &found = sentence.tokens[i], &right = gold.sentence.tokens[i];
        ++words;
        pos += found.pos == right.pos;
        lemmas += found.lemma == right.lemma;
        heads += found.head == right.head;
        labelled += found.head == right.head && found.rel == right.rel;
        roots += found.head == right.head && right.head == -1;
      }
    }
    const auto percent = [](int part, size_t whole) { return 100.0 * part / static_cast<double>(whole); };
    const auto all = static_cast<size_t>(words);
    std::printf("%-10s %8d %8.2f %8.2f %8.2f %8.2f %8.2f %10.0f\n", name.c_str(), words, percent(pos, all),
                percent(lemmas, all), percent(heads, all), percent(labelled, all), percent(roots, sentences.size()),
                words / seconds);
  }
}

int Fail(const absl::Status& status) {
  std::cerr << status.message() << "\n";
  return 1;
}

int Main(int argc, char** argv) {
  CLI::App app("Trains and measures the syntax models.");
  std::string data, clusters_path, model_path;
  int epochs = 9;
  size_t parser_bytes = 7 << 20;
  bool evaluate = false;
  app.add_option("data", data, "folder with language/ud-ewt and language/gum")->required();
  app.add_option("clusters", clusters_path, "what clusters_main made")->required();
  app.add_option("model", model_path, "the model file")->required();
  app.add_option("--epochs", epochs, "rounds of training");
  app.add_option("--parser-bytes", parser_bytes, "most bytes of the parser's section");
  app.add_flag("--evaluate", evaluate, "measure only");
  CLI11_PARSE(app, argc, argv);
  const absl::StatusOr<Corpus> corpus = ReadCorpus(data);
  if (!corpus.ok()) return Fail(corpus.status());
  if (!evaluate) {
    std::ifstream in(clusters_path, std::ios::binary);
    std::stringstream clusters;
    clusters << in.rdbuf();
    if (!in) return Fail(absl::NotFoundError("cannot read " + clusters_path));
    const absl::StatusOr<Sections> sections = Train(*corpus, clusters.str(), epochs, parser_bytes);
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
