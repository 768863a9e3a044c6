// Measures sentence splitting on the Universal Dependencies treebanks:
//   sentences_eval [--as-is] [--verbose] FILE.conllu...
// The sentences of each document are joined as they would stand in a text: by a space within a paragraph, by a blank
// line between paragraphs. Treebanks do not keep the line ends within a paragraph (captions, items, verses), so one is
// put behind a sentence without an end mark; and a semicolon, where GUM ends a sentence, ends none here. `--as-is` does
// neither. Prints precision, recall and F1 of whole sentences for each genre (the second part of a document's
// name, as in GUM_news_nasa; EWT names them weblog-..., email-...).

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tools/compiler/text/sentences.h"

namespace {

struct Score {
  uint32_t gold = 0, found = 0, right = 0;
};

struct Document {
  std::string genre, text;
  std::set<std::pair<uint32_t, uint32_t>> gold;
};

std::string GenreOf(absl::string_view id) {
  if (absl::ConsumePrefix(&id, "GUM_")) return std::string(id.substr(0, id.find('_')));
  return std::string(id.substr(0, id.find('-')));
}

bool HasEndMark(absl::string_view sentence) {
  while (!sentence.empty() && absl::string_view("\"')]}").find(sentence.back()) != absl::string_view::npos) {
    sentence.remove_suffix(1);
  }
  for (const absl::string_view mark : {".", "!", "?", ":", "…", "”", "’"}) {
    if (absl::EndsWith(sentence, mark)) return true;
  }
  return false;
}

void Measure(const Document& document, bool verbose, std::map<std::string, Score>* scores) {
  if (document.gold.empty()) return;
  std::set<std::pair<uint32_t, uint32_t>> found;
  for (const pith::compiler::Sentence& s : pith::compiler::SplitSentences(document.text))
    found.insert({s.begin, s.end});
  uint32_t right = 0;
  for (const auto& span : found) right += static_cast<uint32_t>(document.gold.count(span));
  for (const std::string& name : {document.genre, std::string("all")}) {
    Score& score = (*scores)[name];
    score.gold += static_cast<uint32_t>(document.gold.size());
    score.found += static_cast<uint32_t>(found.size());
    score.right += right;
  }
  if (!verbose) return;
  for (const auto& [begin, end] : found) {
    if (document.gold.count({begin, end}) == 0) {
      std::printf("- [%s] %s\n", document.genre.c_str(), document.text.substr(begin, end - begin).c_str());
    }
  }
  for (const auto& [begin, end] : document.gold) {
    if (found.count({begin, end}) == 0) {
      std::printf("+ [%s] %s\n", document.genre.c_str(), document.text.substr(begin, end - begin).c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool verbose = false, as_is = false;
  std::map<std::string, Score> scores;
  for (int i = 1; i < argc; ++i) {
    if (absl::string_view(argv[i]) == "--verbose") {
      verbose = true;
      continue;
    }
    if (absl::string_view(argv[i]) == "--as-is") {
      as_is = true;
      continue;
    }
    std::ifstream in(argv[i]);
    if (!in) {
      std::fprintf(stderr, "%s: cannot open\n", argv[i]);
      return 3;
    }
    Document document;
    bool paragraph = true, line_end = false;
    uint32_t begin = 0;
    for (std::string line; std::getline(in, line);) {
      absl::string_view rest = line;
      if (absl::ConsumePrefix(&rest, "# newdoc id = ")) {
        Measure(document, verbose, &scores);
        document = Document{GenreOf(rest), "", {}};
      } else if (absl::StartsWith(rest, "# newpar")) {
        paragraph = true;
      } else if (absl::ConsumePrefix(&rest, "# text = ")) {
        const std::string sentence(rest);
        const bool goes_on = !as_is && !paragraph && absl::EndsWith(document.text, ";");
        if (goes_on) document.gold.erase({begin, static_cast<uint32_t>(document.text.size())});
        if (!document.text.empty()) document.text += paragraph ? "\n\n" : line_end && !goes_on ? "\n" : " ";
        if (!goes_on) begin = static_cast<uint32_t>(document.text.size());
        document.text += sentence;
        document.gold.insert({begin, static_cast<uint32_t>(document.text.size())});
        paragraph = false;
        line_end = !as_is && !HasEndMark(sentence);
      }
    }
    Measure(document, verbose, &scores);
  }
  std::printf("%-14s %6s %6s %6s %6s\n", "genre", "gold", "prec", "recall", "F1");
  for (const auto& [genre, s] : scores) {
    const double precision = s.found == 0 ? 0 : 100.0 * s.right / s.found, recall = 100.0 * s.right / s.gold;
    std::printf("%-14s %6u %6.2f %6.2f %6.2f\n", genre.c_str(), s.gold, precision, recall,
                precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
  }
  return 0;
}
