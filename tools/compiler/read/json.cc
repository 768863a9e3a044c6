#include "tools/compiler/read/json.h"

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/jsonl.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

// Walks over JSON value by value, without looking into them.
class Scanner {
 public:
  explicit Scanner(absl::string_view json) : json_(json) {}

  // Whether the next character that is no white space is `c`, which is then taken.
  bool Take(char c) {
    SkipSpace();
    if (at_ == json_.size() || json_[at_] != c) return false;
    Advance(at_ + 1);
    return true;
  }

  // The next value, as far as brackets and quotation marks tell: up to the comma or bracket behind it.
  absl::string_view TakeValue() {
    SkipSpace();
    const size_t begin = at_;
    Advance(ValueEnd());
    return absl::StripTrailingAsciiWhitespace(json_.substr(begin, at_ - begin));
  }

  bool AtEnd() {
    SkipSpace();
    return at_ == json_.size();
  }

  // The line of what comes next, white space aside.
  uint64_t Line() {
    SkipSpace();
    return line_;
  }

 private:
  void SkipSpace() {
    size_t end = at_;
    while (end < json_.size() && absl::ascii_isspace(static_cast<unsigned char>(json_[end]))) ++end;
    Advance(end);
  }

  void Advance(size_t end) {
    for (; at_ < end; ++at_) line_ += json_[at_] == '\n';
  }

  size_t ValueEnd() const {
    size_t depth = 0;
    bool quoted = false;
    for (size_t i = at_; i < json_.size(); ++i) {
      const char c = json_[i];
      if (quoted) {
        if (c == '\\') ++i;
        if (c == '"') quoted = false;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (depth == 0) return i;
        if (--depth == 0) return i + 1;
      } else if (c == ',' && depth == 0) {
        return i;
      }
    }
    return json_.size();
  }

  absl::string_view json_;
  size_t at_ = 0;
  uint64_t line_ = 1;
};

}  // namespace

void ReadJson(const Input& input, ArticleCollector* articles) {
  Scanner scanner(input.contents);
  const auto add = [&](uint64_t line, absl::StatusOr<Article> article) {
    if (!article.ok()) article = AtLine(article.status(), line);
    return articles->Add(absl::StrCat(input.shown, ":", line), std::move(article));
  };
  const auto read_value = [&] {
    const uint64_t line = scanner.Line();
    return add(line, ReadRecord(scanner.TakeValue(), input.default_date));
  };
  const auto malformed = [&](absl::string_view what) { add(scanner.Line(), absl::InvalidArgumentError(what)); };
  if (!scanner.Take('[')) {
    if (read_value() && !scanner.AtEnd()) malformed("one object a line is JSONL; --from jsonl reads it");
    return;
  }
  if (!scanner.Take(']')) {
    do {
      if (!read_value()) return;
    } while (scanner.Take(','));
    if (scanner.AtEnd()) return malformed("the array has no closing bracket");
    if (!scanner.Take(']')) return malformed("no comma between two articles");
  }
  if (!scanner.AtEnd()) malformed("text behind the array");
}

}  // namespace pith::compiler
