// Prints what Pith takes from HTML pages, a line of JSON for each: "file", "title", "date", "author", "text".
//
//   extract_pages PAGE.html...

#include <cstdio>
#include <string>
#include <vector>

#include "nlohmann/json.hpp"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/read.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    nlohmann::ordered_json line = {{"file", argv[i]}};
    const absl::StatusOr<std::string> contents = pith::compiler::ReadFile(argv[i], uint64_t{1} << 30);
    std::vector<pith::compiler::Problem> problems;
    pith::compiler::ReadOptions options;
    options.from = &pith::compiler::FormatNamed("html");
    options.auto_encoding = true;
    if (contents.ok()) {
      const auto articles = pith::compiler::ReadArticles(argv[i], *contents, options, &problems);
      if (articles.ok() && !articles->empty()) {
        const pith::compiler::Article& article = articles->front();
        line.update({{"title", article.title}, {"date", article.date}, {"text", article.text}});
      } else {
        line["error"] = std::string(articles.status().message());
      }
    }
    std::puts(line.dump().c_str());
  }
}
