// Trains and measures the names model.
//
// In: treebanks and other texts with marked names (names_data.h), and the models of syntax. Out: the section "names" of
// the model file, and scores on texts that were held back. Used by syntax.sh, after syntax, and by bench/analysis.sh.
//
//   names_main DATA MODEL               adds the names section to MODEL, which holds the syntax models
//   names_main DATA MODEL --evaluate    measures only
//   names_main DATA MODEL --export FOLDER    writes the sentences for the network of syntax, which learns names as
//   well:
//                                       train.conllu, dev.conllu (GUM), with "Label=" in the last column

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "CLI/CLI.hpp"
#include "absl/strings/ascii.h"
#include "tools/compiler/names/names.h"
#include "tools/compiler/syntax/parser.h"
#include "tools/train/common/learner.h"
#include "tools/train/common/sections.h"
#include "tools/train/names/names_data.h"
#include "tools/train/syntax/corpus.h"

namespace pith::compiler {
namespace {

// Of so many sentences one is learned in lower case and one in capitals too.
constexpr size_t kCasedStep = 20;

// One sentence of structured learning: the words' features, and those of the transitions, where best and gold differ.
// Returns how many labels were wrong.
int Learn(Learner& learner, const SentenceView& view, const NameExample& example) {
  const size_t size = example.labels.size();
  std::vector<HashedFeatures> words(size);
  HashedFeatures transition;
  NameScores scores;
  scores.words.resize(size * kNameLabels);
  for (int before = 0; before <= kNameLabels; ++before) {
    NameTransition(before, &transition);
    learner.Score(transition.span(), absl::MakeSpan(scores.after[before]));
  }
  for (size_t at = 0; at < size; ++at) {
    NameFeatures(view, example.sentence.tokens, at, &words[at]);
    const auto row = absl::MakeSpan(scores.words).subspan(at * kNameLabels, kNameLabels);
    learner.Score(words[at].span(), row);
    // The margin: wrong labels get a lead.
    for (int label = 0; label < kNameLabels; ++label) row[static_cast<size_t>(label)] += label != example.labels[at];
  }
  const std::vector<int> found = BestLabels(scores);
  int wrong = 0;
  for (size_t at = 0; at < size; ++at) {
    const int gold = example.labels[at], gold_before = at == 0 ? kNameLabels : example.labels[at - 1];
    const int best = found[at], best_before = at == 0 ? kNameLabels : found[at - 1];
    if (gold != best) {
      learner.Update(words[at].span(), gold, best);
      ++wrong;
    }
    if (gold != best || gold_before != best_before) {
      NameTransition(gold_before, &transition);
      learner.Change(transition.span(), gold, 1);
      NameTransition(best_before, &transition);
      learner.Change(transition.span(), best, -1);
    }
  }
  learner.Tick();
  return wrong;
}

// A sentence in capitals or in lower case, read anew: the tags are what such text has.
NameExample InCase(NameExample example, bool upper, const Models& models) {
  upper ? absl::AsciiStrToUpper(&example.text) : absl::AsciiStrToLower(&example.text);
  AnalyzeSyntax(models, example.text, example.sentence);
  return example;
}

std::string Train(const NameCorpus& corpus, const Models& models, int epochs, size_t max_bytes) {
  Learner learner(kNameLabels);
  Random random(4);
  std::vector<const NameExample*> gold;
  std::vector<NameExample> cased;
  for (size_t i = 0; i < corpus.gold.size(); ++i) {
    if (i % kCasedStep < 2) cased.push_back(InCase(corpus.gold[i], i % kCasedStep == 1, models));
  }
  for (const NameExample& example : corpus.gold) gold.push_back(&example);
  for (const NameExample& example : cased) gold.push_back(&example);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    std::vector<const NameExample*> order = gold;
    random.Shuffle(&order);
    int64_t wrong = 0, words = 0;
    for (const NameExample* example : order) {
      wrong += Learn(learner, ViewSentence(models.clusters(), example->text, example->sentence), *example);
      words += static_cast<int64_t>(example->labels.size());
    }
    std::cerr << "names, epoch " << epoch + 1 << ": " << 100.0 * static_cast<double>(wrong) / static_cast<double>(words)
              << " % of words wrong in training\n";
  }
  return learner.Section(max_bytes);
}

void Evaluate(NameCorpus corpus, const Models& models) {
  for (const bool upper : {false, true}) {
    std::vector<NameExample> cased;
    for (const NameExample& example : corpus.tests[1].second) cased.push_back(InCase(example, upper, models));
    corpus.tests.emplace_back(upper ? "GUM TEST" : "gum test", std::move(cased));
  }
  std::printf("%-14s %7s   %-22s %-22s %-22s %-22s %s\n", "set", "names", "person P R F1", "organization", "place",
              "person, org., place", "any type");
  for (const auto& [name, examples] : corpus.tests) {
    // By type; after them: the first three types together, and names of whatever type.
    int right[6] = {}, found[6] = {}, gold[6] = {};
    const auto count = [](NameType type, bool any, int* counts) {
      ++counts[static_cast<int>(type) - 1];
      if (type != NameType::kOther) ++counts[4];
      if (any) ++counts[5];
    };
    for (const NameExample& example : examples) {
      Sentence sentence = example.sentence;
      const SentenceView view = AnalyzeSyntax(models, example.text, sentence);
      const std::vector<Name> names = FindNames(models, view, 0, sentence);
      for (const Name& n : names) count(n.type, true, found);
      for (size_t at = 0; at < example.labels.size(); ++at) {
        if (example.labels[at] % 2 == 0) continue;
        const auto type = static_cast<NameType>((example.labels[at] + 1) / 2);
        size_t end = at + 1;
        while (end < example.labels.size() && example.labels[end] == example.labels[at] + 1) ++end;
        count(type, true, gold);
        for (const Name& n : names) {
          if (n.span.first != at || n.span.last != end) continue;
          ++right[5];
          if (n.type == type) count(type, false, right);
        }
      }
    }
    std::printf("%-14s %7d ", name.c_str(), gold[5]);
    for (const int i : {0, 1, 2, 4, 5}) {
      const double precision = 100.0 * right[i] / std::max(found[i], 1),
                   recall = 100.0 * right[i] / std::max(gold[i], 1);
      std::printf("  %6.2f %6.2f %6.2f ", precision, recall,
                  precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }
    std::printf("\n");
  }
}

// In CoNLL-U, without trees; Label is the number of the word's label.
bool Export(const std::vector<NameExample>& examples, const std::string& path) {
  std::ofstream out(path);
  for (const NameExample& example : examples) {
    const std::vector<Token>& tokens = example.sentence.tokens;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const bool glued = i + 1 < tokens.size() && tokens[i].end == tokens[i + 1].begin;
      out << i + 1 << '\t' << example.text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)
          << "\t_\t_\t_\t_\t_\t_\t_\t" << (glued ? "SpaceAfter=No|" : "") << "Label=" << example.labels[i] << '\n';
    }
    out << '\n';
  }
  return static_cast<bool>(out.flush());
}

int Fail(const absl::Status& status) {
  std::cerr << status.message() << "\n";
  return 1;
}

int Main(int argc, char** argv) {
  CLI::App app("Trains and measures the names model.");
  std::string data, model_path, folder;
  int epochs = 8;
  size_t max_bytes = 3 << 19;
  bool evaluate = false;
  app.add_option("data", data, "folder with language/gum and language/ner")->required();
  app.add_option("model", model_path, "the model file")->required();
  app.add_option("--epochs", epochs, "rounds of training");
  app.add_option("--bytes", max_bytes, "most bytes of the section");
  app.add_flag("--evaluate", evaluate, "measure only");
  app.add_option("--export", folder, "write the sentences there, and do nothing else");
  CLI11_PARSE(app, argc, argv);
  absl::StatusOr<Models> models = Models::Load(model_path);
  if (!models.ok()) return Fail(models.status());
  absl::StatusOr<NameCorpus> corpus = ReadNameCorpus(data, *models);
  if (!corpus.ok()) return Fail(corpus.status());
  if (!folder.empty()) {
    const bool written =
        Export(corpus->gold, folder + "/train.conllu") && Export(corpus->tests[0].second, folder + "/dev.conllu");
    return written ? 0 : Fail(absl::UnavailableError("cannot write into " + folder));
  }
  if (!evaluate) {
    const std::string section = Train(*corpus, *models, epochs, max_bytes);
    if (absl::Status status = ReplaceSections(model_path, {{"names", section}}); !status.ok()) return Fail(status);
    models = Models::Load(model_path);
    if (!models.ok()) return Fail(models.status());
  }
  Evaluate(*std::move(corpus), *models);
  return 0;
}

}  // namespace
}  // namespace pith::compiler

int main(int argc, char** argv) { return pith::compiler::Main(argc, argv); }
