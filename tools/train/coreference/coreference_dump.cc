// What the compiler knows of each pronoun of GUM when it has to decide whom or what it means, with the gold answer.
//
//   coreference_dump MODEL LANGUAGE.lang DATA >pronouns.tsv
//
// A line for a pronoun: part of GUM ("t" training, "d" dev), kind, bits of the features of "none", then for each
// candidate the bits of its features and, after a colon, whether it is right (1), and whether it has a name (1) or a
// phrase (2). Pronouns before it are resolved as gold says. Used by coreference.sh.

#include <cstdio>
#include <iostream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/tree/tree.h"
#include "tools/train/common/articles.h"
#include "tools/train/coreference/gum_mentions.h"
#include "tools/train/syntax/corpus.h"

namespace pith::train {
namespace {

void Dump(const Analyzer& analyzer, const nlohmann::json& article, const std::string& path, char part) {
  const Document document = ReadDocument(article, path);
  compiler::Analysis analysis = analyzer.Analyze(article);
  std::vector<compiler::Mention> named;
  for (const compiler::Mention& mention : analysis.mentions) {
    if (mention.named) named.push_back(mention);
  }
  analysis.mentions = named;
  const auto cluster_at = [&](uint32_t sentence, int token) {
    const compiler::Token& word = analysis.sentences[sentence].tokens[static_cast<size_t>(token)];
    const Gold* gold = GoldAt(document.mentions, word.begin, word.end);
    return gold == nullptr ? -1 : gold->cluster;
  };
  compiler::ResolveReferences(
      &analysis, analyzer.language(),
      [&](const compiler::Pronoun& pronoun, const std::vector<compiler::Antecedent>& candidates,
          const compiler::Referents& referents) {
        const int wanted = cluster_at(pronoun.sentence, pronoun.token);
        std::string line =
            absl::StrCat(std::string(1, part), "\t", static_cast<int>(pronoun.kind), "\t", pronoun.features);
        int chosen = -1;
        for (size_t c = 0; c < candidates.size(); ++c) {
          const compiler::Referent& referent = referents[candidates[c].referent];
          const bool right = wanted >= 0 && cluster_at(referent.sentence, referent.head) == wanted;
          const auto place = [&](int index) {
            const compiler::Referent& r = referents[candidates[static_cast<size_t>(index)].referent];
            return std::make_pair(r.sentence, r.head);
          };
          if (right && (chosen < 0 || place(chosen) < place(static_cast<int>(c)))) chosen = static_cast<int>(c);
          absl::StrAppend(&line, "\t", candidates[c].features, ":", right ? 1 : 0, ":",
                          referent.entity >= 0      ? 1
                          : referent.phrase.empty() ? 0
                                                    : 2);
        }
        std::puts(line.c_str());
        return chosen;
      });
}

int Main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: coreference_dump MODEL LANGUAGE.lang DATA\n";
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  const std::string data = argv[3];
  std::vector<nlohmann::json> articles = ReadGum(data + "/language/gum");
  for (const char part : {'t', 'd'}) {
    const auto files = compiler::GumFiles(data, part);
    if (!files.ok()) {
      std::cerr << files.status().message() << "\n";
      return 1;
    }
    for (const std::string& file : *files) {
      for (const nlohmann::json& article : articles) {
        if (absl::EndsWith(file, absl::StrCat("/", std::string(article.at("id")), ".conllu")))
          Dump(analyzer, article, file, part);
      }
    }
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
