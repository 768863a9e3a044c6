#include "tools/compiler/read/read.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {

absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<Problem>* problems,
                                                  Origins* origins) {
  const auto at_path = [&path](absl::StatusOr<std::vector<Article>> read) {
    if (!read.ok()) read = AtFile(read.status(), path);
    return read;
  };
  ArticleCollector articles(options.keep_going, problems, origins);
  Input input = {path == "-" ? "standard input" : path, options.id.empty() ? IdOf(path) : options.id, contents,
                 options.date};
  std::string converted;
  if (options.auto_encoding) {
    absl::StatusOr<std::string> utf8 = ConvertToUtf8(contents);
    if (!utf8.ok()) {
      articles.Add(input.shown, utf8.status());
      return at_path(articles.Finish());
    }
    converted = *std::move(utf8);
    input.contents = converted;
  }
  absl::ConsumePrefix(&input.contents, "\xEF\xBB\xBF");
  const Format& format = options.from != nullptr ? *options.from : FormatOf(path, input.contents);
  if (format.read != nullptr) {
    format.read(input, &articles);
  } else {
    articles.Add(input.shown,
                 absl::InvalidArgumentError(absl::StrCat(format.title, " is not supported in this version")));
  }
  return at_path(articles.Finish());
}

absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<Problem>* problems) {
  Origins origins;
  return ReadArticles(path, contents, options, problems, &origins);
}

}  // namespace pith::compiler
