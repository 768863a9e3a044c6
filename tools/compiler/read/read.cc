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
  ArticleCollector articles(options.keep_going, problems, origins, options.take);
  Input input = {path == "-" ? "standard input" : path,
                 options.id.empty() ? IdOf(path) : options.id,
                 contents,
                 options.date,
                 path,
                 options.id};
  const Format* format = options.from != nullptr ? options.from : &FormatOf(path, contents);
  const absl::string_view declared =
      format->declared_encoding != nullptr ? format->declared_encoding(contents) : absl::string_view();
  absl::StatusOr<ConvertedText> converted;
  if (!format->binary && (options.auto_encoding || !declared.empty())) {
    converted = ConvertToUtf8(contents, declared);
    if (!converted.ok()) {
      articles.Add(input.shown, converted.status());
      return at_path(articles.Finish());
    }
    input.contents = converted->text;
    if (!converted->encoding.empty() && options.notes != nullptr) {
      options.notes->push_back(absl::StrCat(input.shown, ": converted from ", converted->encoding));
    }
  }
  absl::ConsumePrefix(&input.contents, "\xEF\xBB\xBF");
  // What standard input holds may show only now.
  if (options.from == nullptr) format = &FormatOf(path, input.contents);
  if (format->read != nullptr) {
    format->read(input, &articles);
  } else {
    articles.Add(input.shown,
                 absl::InvalidArgumentError(absl::StrCat(format->title, " is not supported in this version")));
  }
  return at_path(articles.Finish());
}

absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<Problem>* problems) {
  Origins origins;
  return ReadArticles(path, contents, options, problems, &origins);
}

}  // namespace pith::compiler
