// The facts of articles with what their confidence follows from, for judging and for fitting.
//
//   facts_dump MODEL LANGUAGE.lang DOCS.jsonl | --gum DATA  DOC...
//
// Prints a line for each fact of the articles with these ids: id, number of the sentence, subject, relation, object,
// what else is said of it ("not", "planned", "when 2019", "by Ruiz"; or nothing), features in hexadecimal, confidence;
// after
// "#", each sentence before its facts. Used by facts.sh and bench/facts.sh.

#include <cstdio>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "tools/compiler/models/labels.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

std::string Extras(const compiler::Analysis& analysis, const compiler::Fact& fact) {
  std::vector<std::string> extras;
  if (fact.negated) extras.push_back("not");
  if (fact.modality != compiler::Modality::kNone) extras.emplace_back(compiler::ModalityName(fact.modality));
  if (fact.when >= 0) {
    extras.push_back(absl::StrCat("when ", analysis.values[static_cast<size_t>(fact.when)].iso));
  }
  if (!fact.attribution.empty()) extras.push_back(absl::StrCat("by ", fact.attribution));
  return absl::StrJoin(extras, ", ");
}

std::string Line(absl::string_view text) { return absl::StrReplaceAll(text, {{"\n", " "}, {"\t", " "}}); }

void Dump(const compiler::Analysis& analysis) {
  uint32_t last = UINT32_MAX;
  for (const compiler::Fact& fact : analysis.facts) {
    if (fact.sentence != last) {
      const compiler::Sentence& sentence = analysis.sentences[fact.sentence];
      std::cout << "# " << Line(analysis.article.text.substr(sentence.begin, sentence.end - sentence.begin)) << "\n";
    }
    last = fact.sentence;
    std::cout << absl::StrJoin({analysis.article.id, absl::StrCat(fact.sentence + 1), Line(fact.subject),
                                Line(fact.relation), Line(fact.object), Line(Extras(analysis, fact)),
                                absl::StrCat(absl::Hex(fact.features)), absl::StrCat(fact.confidence)},
                               "\t")
              << "\n";
  }
}

int Main(int argc, char** argv) {
  const bool gum = argc > 3 && std::string(argv[3]) == "--gum";
  const int first = gum ? 5 : 4;
  if (argc <= first) {
    std::cerr << "usage: facts_dump MODEL LANGUAGE.lang DOCS.jsonl|--gum DATA DOC...\n";
    return 2;
  }
  const std::set<std::string> wanted(argv + first, argv + argc);
  const Analyzer analyzer(argv[1], argv[2]);
  size_t found = 0;
  for (const nlohmann::json& article : gum ? ReadGum(std::string(argv[4]) + "/language/gum") : ReadJsonLines(argv[3])) {
    if (wanted.count(article.at("id")) == 0) continue;
    Dump(analyzer.Analyze(article));
    ++found;
  }
  if (found != wanted.size())
    std::cerr << "facts_dump: " << wanted.size() - found << " of the articles are not there\n";
  return found == wanted.size() ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
