// Writes what the rank sees of articles, for tools/train/rank/rank_fit.py and rank_query.py:
//
//   rank_dump MODEL LANGUAGE DOCS.jsonl [REQUESTS.jsonl] > OUT
//
// A JSON object a line: "id", "text" (features of the text), "sentences": each "text", "features", "words" and
// "weights" (numbers and weights of content words), "fragment"; and "found": for each query of the requests for the
// article the sentences (from 0) and scores that the engine's search gives, best first.

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "pith/pith.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/rank/rank.h"
#include "tools/compiler/rank/rank_features.h"
#include "tools/train/common/articles.h"
#include "tools/train/common/index_file.h"

namespace pith::train {
namespace {

// The engine's search in an index of this one article.
nlohmann::json Found(const compiler::Analysis& analysis, const Analyzer& analyzer,
                     const std::vector<std::string>& queries) {
  const IndexFile index(analysis, analyzer.language());
  std::vector<uint64_t> work(PITH_WORK_BYTES / 8);
  std::vector<pith_hit> hits(PITH_MAX_RESULTS);
  nlohmann::json all = nlohmann::json::object();
  for (const std::string& query : queries) {
    uint32_t count = 0;
    pith_search(&index.handle(), 0, query.data(), query.size(), work.data(), work.size() * 8, 0, hits.data(),
                PITH_MAX_RESULTS, &count);
    nlohmann::json& found = all[query] = nlohmann::json::array();
    for (uint32_t i = 0; i < count; ++i) found.push_back({hits[i].sentence.number - 1, hits[i].score});
  }
  return all;
}

int Main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fprintf(stderr, "usage: rank_dump MODEL LANGUAGE DOCS.jsonl [REQUESTS.jsonl]\n");
    return 2;
  }
  const Analyzer analyzer(argv[1], argv[2]);
  std::map<std::string, std::vector<std::string>> queries;
  if (argc == 5) {
    for (const nlohmann::json& request : ReadJsonLines(argv[4])) {
      if (request.contains("query")) queries[request["doc"]].push_back(request["query"]);
    }
  }
  for (const nlohmann::json& article : ReadJsonLines(argv[3])) {
    const compiler::Analysis analysis = analyzer.Analyze(article);
    const compiler::RankInput input = MakeRankInput(analysis, analyzer.language());
    nlohmann::json out = {{"id", analysis.article.id}, {"text", input.text}, {"sentences", nlohmann::json::array()}};
    for (size_t i = 0; i < analysis.sentences.size(); ++i) {
      const compiler::Sentence& s = analysis.sentences[i];
      out["sentences"].push_back({{"text", analysis.article.text.substr(s.begin, s.end - s.begin)},
                                  {"features", input.features[i]},
                                  {"words", input.content[i].words},
                                  {"weights", input.content[i].weights},
                                  {"fragment", compiler::IsFragment(s)}});
    }
    const auto asked = queries.find(analysis.article.id);
    if (asked != queries.end()) out["found"] = Found(analysis, analyzer, asked->second);
    std::puts(out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
