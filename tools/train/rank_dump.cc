// Writes what the rank sees of articles, for tools/train/rank_fit.py:
//
//   rank_dump MODEL LANGUAGE DOCS.jsonl > OUT
//
// A JSON object a line: "id", "text" (features of the text), "sentences": each "text", "features", "content" (numbers
// and weights of words), "fragment".

#include <cstdio>

#include "tools/compiler/rank.h"
#include "tools/compiler/rank_features.h"
#include "tools/train/articles.h"

namespace pith::train {
namespace {

int Main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: rank_dump MODEL LANGUAGE DOCS.jsonl\n");
    return 2;
  }
  const Analyser analyser(argv[1], argv[2]);
  for (const nlohmann::json& article : ReadJsonLines(argv[3])) {
    const compiler::Analysis analysis = analyser.Analyse(article);
    const compiler::RankInput input = MakeRankInput(analysis, analyser.language());
    nlohmann::json out = {{"id", analysis.article.id}, {"text", input.text}, {"sentences", nlohmann::json::array()}};
    for (size_t i = 0; i < analysis.sentences.size(); ++i) {
      const compiler::Sentence& s = analysis.sentences[i];
      out["sentences"].push_back({{"text", analysis.article.text.substr(s.begin, s.end - s.begin)},
                                  {"features", input.features[i]},
                                  {"words", input.content[i].words},
                                  {"weights", input.content[i].weights},
                                  {"fragment", compiler::IsFragment(s)}});
    }
    std::puts(out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
