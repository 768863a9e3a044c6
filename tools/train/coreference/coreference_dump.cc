// What the compiler knows of each pronoun of GUM, and of those judged, when it has to decide whom or what it means,
// with the gold answer.
//
//   coreference_dump MODEL LANGUAGE.lang DATA [JUDGED.tsv [--open DOC...]] >pronouns.tsv
//
// A line for a pronoun: part ("t" training, "d" dev of GUM, "v" visitors' texts), document, kind, the rows of its
// features (antecedent_features.h), then for each candidate the rows of its features and, after a colon, whether it is
// right (1), and whether it has a name (1) or a phrase (2). Pronouns before it are resolved as gold says. Used by
// coreference.sh.
//
// JUDGED.tsv says what pronouns in visitors' texts mean: id, byte of the pronoun, the pronoun, and words for what it
// means, apart by "/"; "-" is nothing that the text names before. A name counts by any of its words, anything else by
// its noun's lemma. --open prints the pronouns of these texts that are not judged, each with the candidates, to judge
// them.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/entities/antecedent_network.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/tree/tree.h"
#include "tools/train/common/articles.h"
#include "tools/train/coreference/gum_mentions.h"
#include "tools/train/syntax/corpus.h"

namespace pith::train {
namespace {

// Drops what the compiler has resolved, to resolve it anew.
void KeepNames(compiler::Analysis* analysis) {
  std::vector<compiler::Mention> named;
  for (const compiler::Mention& mention : analysis->mentions) {
    if (mention.named) named.push_back(mention);
  }
  analysis->mentions = named;
}

// Prints the pronoun with its candidates; `is_right` says of each whether it is meant. Returns the right candidate that
// was mentioned last, -1: none.
template <typename IsRight>
int Print(char part, const std::string& id, const compiler::Pronoun& pronoun,
          const std::vector<compiler::Antecedent>& candidates, const compiler::Referents& referents, IsRight is_right) {
  std::string line = absl::StrCat(std::string(1, part), "\t", id, "\t", static_cast<int>(pronoun.kind), "\t",
                                  absl::StrJoin(pronoun.rows, " "));
  int chosen = -1;
  std::pair<uint32_t, int> place;
  for (size_t c = 0; c < candidates.size(); ++c) {
    const compiler::Referent& referent = referents[candidates[c].referent];
    const bool right = is_right(referent);
    const std::pair<uint32_t, int> at = {referent.sentence, referent.head};
    if (right && (chosen < 0 || place < at)) {
      chosen = static_cast<int>(c);
      place = at;
    }
    absl::StrAppend(&line, "\t", absl::StrJoin(candidates[c].rows, " "), ":", right ? 1 : 0, ":",
                    referent.entity >= 0      ? 1
                    : referent.phrase.empty() ? 0
                                              : 2);
  }
  std::puts(line.c_str());
  return chosen;
}

void DumpGum(const Analyzer& analyzer, const nlohmann::json& article, const std::string& path, char part) {
  const Document document = ReadDocument(article, path);
  compiler::Analysis analysis = analyzer.Analyze(article);
  KeepNames(&analysis);
  const auto cluster_at = [&](uint32_t sentence, int token) {
    const compiler::Token& word = analysis.sentences[sentence].tokens[static_cast<size_t>(token)];
    const Gold* gold = GoldAt(document.mentions, word.begin, word.end);
    return gold == nullptr ? -1 : gold->cluster;
  };
  compiler::ResolveReferences(&analysis, analyzer.language(),
                              [&](const compiler::Pronoun& pronoun, const std::vector<compiler::Antecedent>& candidates,
                                  const compiler::Referents& referents) {
                                const int wanted = cluster_at(pronoun.sentence, pronoun.token);
                                return Print(part, analysis.article.id, pronoun, candidates, referents,
                                             [&](const compiler::Referent& referent) {
                                               return wanted >= 0 &&
                                                      cluster_at(referent.sentence, referent.head) == wanted;
                                             });
                              });
}

struct JudgedPronoun {
  std::string pronoun, meant;
};
using JudgedText = std::map<size_t, JudgedPronoun>;  // by the pronoun's byte
using Judged = std::map<std::string, JudgedText>;    // by the text's id

Judged ReadJudged(const std::string& path) {
  Judged judged;
  std::ifstream file(path);
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    size_t at = 0;
    if (fields.size() != 4 || !absl::SimpleAtoi(fields[1], &at)) {
      std::cerr << path << ":" << number << ": not id, byte, pronoun, word\n";
      std::exit(1);
    }
    judged[fields[0]][at] = {fields[2], fields[3]};
  }
  return judged;
}

// Whether one of the words, apart by "/", says what the referent is.
bool Means(const compiler::Analysis& analysis, const compiler::Referent& referent, const std::string& words) {
  std::vector<std::string> own = {referent.lemma};
  if (referent.entity >= 0) {
    own = absl::StrSplit(absl::AsciiStrToLower(analysis.entities[static_cast<size_t>(referent.entity)].name), ' ');
  }
  const std::vector<absl::string_view> meant = absl::StrSplit(words, '/');
  return std::any_of(own.begin(), own.end(), [&](const std::string& word) {
    return !word.empty() && std::find(meant.begin(), meant.end(), word) != meant.end();
  });
}

void DumpVisitor(const Analyzer& analyzer, const nlohmann::json& article, JudgedText judged, bool open) {
  compiler::Analysis analysis = analyzer.Analyze(article);
  KeepNames(&analysis);
  compiler::ResolveReferences(
      &analysis, analyzer.language(),
      [&](const compiler::Pronoun& pronoun, const std::vector<compiler::Antecedent>& candidates,
          const compiler::Referents& referents) {
        const compiler::Token& word = analysis.sentences[pronoun.sentence].tokens[static_cast<size_t>(pronoun.token)];
        auto found = judged.find(word.begin);
        if (found != judged.end() && found->second.pronoun != word.folded) found = judged.end();
        if (found == judged.end()) {
          if (!open) return compiler::ChooseAntecedent(pronoun, candidates);
          std::string line = absl::StrCat(analysis.article.id, "\t", word.begin, "\t", word.folded, "\t");
          for (const compiler::Antecedent& candidate : candidates) {
            const compiler::Referent& referent = referents[candidate.referent];
            absl::StrAppend(
                &line, " ",
                referent.entity < 0 ? referent.lemma : analysis.entities[static_cast<size_t>(referent.entity)].name);
          }
          std::puts(line.c_str());
          return -1;
        }
        if (open) return -1;
        const std::string meant = found->second.meant;
        judged.erase(found);
        return Print('v', analysis.article.id, pronoun, candidates, referents,
                     [&](const compiler::Referent& referent) { return Means(analysis, referent, meant); });
      });
  for (const auto& [at, left] : judged) {
    if (!open) std::cerr << analysis.article.id << ", byte " << at << ": no pronoun \"" << left.pronoun << "\" here\n";
  }
}

int Main(int argc, char** argv) {
  const bool open = argc > 5 && absl::string_view(argv[5]) == "--open";
  if (argc < 4 || (argc > 5 && !open)) {
    std::cerr << "usage: coreference_dump MODEL LANGUAGE.lang DATA [JUDGED.tsv [--open DOC...]]\n";
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  const std::string data = argv[3];
  if (argc > 4) {
    const Judged judged = ReadJudged(argv[4]);
    const std::set<std::string> wanted(argv + std::min(argc, 6), argv + argc);
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(data + "/visitor")) {
      if (absl::EndsWith(entry.path().string(), "-docs.jsonl")) paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) {
      for (const nlohmann::json& article : ReadJsonLines(path)) {
        const std::string id = article.at("id");
        const auto found = judged.find(id);
        const bool is_judged = found != judged.end();
        if (open ? wanted.count(id) != 0 : is_judged) {
          DumpVisitor(analyzer, article, is_judged ? found->second : JudgedText(), open);
        }
      }
    }
    if (open) return 0;
  }
  const std::vector<nlohmann::json> articles = ReadGum(data + "/language/gum");
  for (const char part : {'t', 'd'}) {
    const auto files = compiler::GumFiles(data, part);
    if (!files.ok()) {
      std::cerr << files.status().message() << "\n";
      return 1;
    }
    for (const std::string& file : *files) {
      for (const nlohmann::json& article : articles) {
        if (absl::EndsWith(file, absl::StrCat("/", std::string(article.at("id")), ".conllu")))
          DumpGum(analyzer, article, file, part);
      }
    }
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
