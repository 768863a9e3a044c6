// How fast the compiler's analysis is, and which stage takes how much of it:
//
//   analysis_speed MODEL LANGUAGE.lang ARTICLES.jsonl
//
// One thread, the model loaded once, nothing written; the processor's time, so that other work does not count. Words
// are the tokens that are no punctuation.

#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "engine/format/kinds.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/names/names.h"
#include "tools/compiler/syntax/parser.h"
#include "tools/compiler/text/sentences.h"
#include "tools/compiler/text/words.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

double Since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

int Main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: analysis_speed MODEL LANGUAGE.lang ARTICLES.jsonl\n");
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  const std::vector<nlohmann::json> articles = ReadJsonLines(argv[3]);
  uint64_t words = 0, tokens = 0;
  double whole = 0, split = 0, syntax = 0, names = 0;
  for (const nlohmann::json& article : articles) {
    std::clock_t begin = std::clock();
    const compiler::Analysis analysis = analyzer.Analyze(article);
    whole += Since(begin);
    for (const compiler::Sentence& sentence : analysis.sentences) {
      tokens += sentence.tokens.size();
      for (const compiler::Token& token : sentence.tokens) words += token.pos != Pos::kPunct;
    }
    // The three stages that read every word, once more by themselves.
    const std::string& text = analysis.article.text;
    begin = std::clock();
    std::vector<compiler::Sentence> sentences = compiler::SplitSentences(text);
    compiler::SplitWords(analyzer.language(), text, &sentences);
    split += Since(begin);
    begin = std::clock();
    std::vector<compiler::SentenceView> views;
    for (compiler::Sentence& sentence : sentences) {
      views.push_back(compiler::AnalyzeSyntax(analyzer.models(), text, sentence));
    }
    syntax += Since(begin);
    begin = std::clock();
    for (size_t s = 0; s < sentences.size(); ++s) compiler::FindNames(analyzer.models(), views[s], 0, sentences[s]);
    names += Since(begin);
  }
  std::printf("%zu articles, %llu words, %llu tokens: %.0f words and %.0f tokens a second\n", articles.size(),
              static_cast<unsigned long long>(words), static_cast<unsigned long long>(tokens),
              static_cast<double>(words) / whole, static_cast<double>(tokens) / whole);
  const auto share = [whole](double seconds) { return 100 * seconds / whole; };
  std::printf("share: sentences and words %.0f %%, syntax %.0f %%, names %.0f %%, the rest %.0f %%\n", share(split),
              share(syntax), share(names), share(whole - split - syntax - names));
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
