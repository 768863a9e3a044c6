// How right the compiler's coreference is, on GUM's coreference layer, from raw text to linked mentions:
//
//   coreference_eval MODEL LANGUAGE.lang DATA dev|test [--errors]
//
// A link of a mention to an entity is right if GUM's cluster of that mention also holds another mention by which the
// compiler names that entity. A mention is found in GUM where the head word of a gold mention, the smallest, lies in
// it; a name where GUM has no mention at all is not judged. Precision: of the links that the compiler makes, by kind:
// names beyond an entity's first, in the same words or in others, pronouns, and descriptions ("the company"). Recall:
// of GUM's third-person pronouns, and of its definite descriptions and names, whose cluster has a name elsewhere, those
// that are linked right. Genres that are read as articles only.
// --errors prints each wrong or missed link for reading.

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/tree/tree.h"
#include "tools/train/common/articles.h"
#include "tools/train/coreference/gum_mentions.h"
#include "tools/train/syntax/corpus.h"

namespace pith::train {
namespace {

struct Count {
  int right = 0, wrong = 0, wanted = 0, found = 0;
};
using Counts = std::map<std::string, std::array<Count, kKinds>>;

void PrintError(const compiler::Analysis& analysis, const compiler::Mention& mention, const Gold* gold) {
  const compiler::Sentence& sentence = analysis.sentences[mention.span.sentence];
  const std::string& text = analysis.article.text;
  std::printf("%s: [%s] -> %s; gold: %s\n    %s\n", analysis.article.id.c_str(),
              compiler::TextOf(analysis, mention.span).c_str(), analysis.entities[mention.entity].name.c_str(),
              gold == nullptr ? "no mention" : text.substr(gold->begin, gold->end - gold->begin).c_str(),
              text.substr(sentence.begin, sentence.end - sentence.begin).c_str());
}

void Measure(const Document& document, const compiler::Analysis& analysis, bool print_errors,
             std::array<Count, kKinds>* counts) {
  struct Linked {
    const Gold* gold;  // null: none there
    const compiler::Mention* mention;
  };
  std::map<uint32_t, std::vector<Linked>> entities;
  for (const compiler::Mention& mention : analysis.mentions) {
    const compiler::Sentence& sentence = analysis.sentences[mention.span.sentence];
    const size_t begin = sentence.tokens[mention.span.first].begin, end = sentence.tokens[mention.span.last - 1].end;
    entities[mention.entity].push_back({GoldAt(document.mentions, begin, end), &mention});
  }
  std::map<const Gold*, bool> linked;
  for (const auto& [entity, mentions] : entities) {
    for (size_t i = 0; i < mentions.size(); ++i) {
      const Linked& one = mentions[i];
      // The first name of an entity is no link.
      const auto other_name = [&](const Linked& other) {
        return &other != &one && other.mention->named && (!one.mention->named || &other < &one);
      };
      if (std::none_of(mentions.begin(), mentions.end(), other_name)) continue;
      const bool right =
          one.gold != nullptr && std::any_of(mentions.begin(), mentions.end(), [&](const Linked& other) {
            return other_name(other) && other.gold != nullptr && other.gold->cluster == one.gold->cluster;
          });
      const compiler::Token& head = analysis.sentences[one.mention->span.sentence].tokens[one.mention->span.head];
      Kind kind = head.pos == Pos::kPron ? kPronoun : kDescription;
      if (one.mention->named) {
        if (one.gold == nullptr) continue;
        const std::string form = compiler::TextOf(analysis, one.mention->span);
        const bool same = std::any_of(mentions.begin(), mentions.end(), [&](const Linked& other) {
          return other_name(other) && compiler::TextOf(analysis, other.mention->span) == form;
        });
        kind = same ? kName : kShort;
      }
      ++(right ? (*counts)[kind].right : (*counts)[kind].wrong);
      if (right) linked[one.gold] = true;
      if (!right && print_errors) PrintError(analysis, *one.mention, one.gold);
    }
  }
  for (const Gold& gold : document.mentions) {
    const auto names_it = [&](const Gold& other) {
      return &other != &gold && other.cluster == gold.cluster && other.kind == kName &&
             (gold.kind != kName || other.begin < gold.begin);
    };
    if (!gold.counts || std::none_of(document.mentions.begin(), document.mentions.end(), names_it)) continue;
    const auto same_words = [&](const Gold& other) { return names_it(other) && other.words == gold.words; };
    const bool other_words =
        gold.kind == kName && std::none_of(document.mentions.begin(), document.mentions.end(), same_words);
    Count& count = (*counts)[other_words ? kShort : gold.kind];
    ++count.wanted;
    if (linked.count(&gold) != 0) {
      ++count.found;
    } else if (print_errors) {
      const std::string& text = analysis.article.text;
      const size_t before = gold.begin - std::min<size_t>(gold.begin, 160);
      std::printf("%s: missed %s [%s]: ...%s\n", analysis.article.id.c_str(), kKindNames[gold.kind], gold.words.c_str(),
                  text.substr(before, gold.end - before + 40).c_str());
    }
  }
}

void Print(const std::string& name, const std::array<Count, kKinds>& counts) {
  Count all;
  const auto print = [&](const char* kind, const Count& c) {
    std::printf("%-12s %-13s precision %5.1f (%d of %d)   recall %5.1f (%d of %d)\n", name.c_str(), kind,
                100.0 * c.right / std::max(1, c.right + c.wrong), c.right, c.right + c.wrong,
                100.0 * c.found / std::max(1, c.wanted), c.found, c.wanted);
  };
  for (int kind = 0; kind < kKinds; ++kind) {
    print(kKindNames[kind], counts[static_cast<size_t>(kind)]);
    const Count& c = counts[static_cast<size_t>(kind)];
    all = {all.right + c.right, all.wrong + c.wrong, all.wanted + c.wanted, all.found + c.found};
  }
  print("all", all);
}

int Main(int argc, char** argv) {
  const bool errors = argc == 6 && absl::string_view(argv[5]) == "--errors";
  if (argc != 5 && !errors) {
    std::cerr << "usage: coreference_eval MODEL LANGUAGE.lang DATA dev|test [--errors]\n";
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  const std::string data = argv[3];
  const bool dev = absl::string_view(argv[4]) == "dev";
  const auto files = compiler::GumFiles(data, dev ? 'd' : 'e');
  if (!files.ok()) {
    std::cerr << files.status().message() << "\n";
    return 1;
  }
  Counts counts;
  for (const nlohmann::json& article : ReadGum(data + "/language/gum")) {
    const std::string id = article.at("id");
    const auto path = std::find_if(files->begin(), files->end(), [&](const std::string& file) {
      return absl::EndsWith(file, absl::StrCat("/", id, ".conllu"));
    });
    if (path == files->end()) continue;
    const Document document = ReadDocument(article, *path);
    const compiler::Analysis analysis = analyzer.Analyze(article);
    const std::string genre = id.substr(4, id.find('_', 4) - 4);
    Measure(document, analysis, false, &counts[genre]);
    Measure(document, analysis, errors, &counts["all"]);
  }
  for (const auto& [name, of_genre] : counts) {
    if (name == "news" || name == "all") Print(name, of_genre);
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
