#include "tools/compiler/read/article_text.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "engine/format/records.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/encoding.h"

namespace pith::compiler {
namespace {

// Removes "date YYYY-MM-DD" and the white space around it from the beginning of `text`, and returns the date, or "".
std::string TakeDateHead(absl::string_view* text) {
  absl::string_view rest = absl::StripLeadingAsciiWhitespace(*text);
  if (!absl::ConsumePrefix(&rest, "date") || rest.empty() || !absl::ascii_isspace(rest[0])) return "";
  rest = absl::StripLeadingAsciiWhitespace(rest);
  const absl::string_view date = rest.substr(0, 10);
  if (!IsIsoDay(date)) return "";
  rest.remove_prefix(date.size());
  if (!rest.empty() && !absl::ascii_isspace(rest[0])) return "";
  *text = absl::StripLeadingAsciiWhitespace(rest);
  return std::string(date);
}

}  // namespace

absl::Status FillText(absl::string_view text, const std::string& default_date, Article* article) {
  if (absl::Status status = CheckText(text); !status.ok()) return status;
  const std::string head = TakeDateHead(&text);
  if (article->date.empty()) article->date = head.empty() ? default_date : head;
  article->text = std::string(text);
  return CheckArticle(*article);
}

absl::Status CheckArticle(const Article& article) {
  if (!CheckText(article.id).ok()) return absl::InvalidArgumentError("its name is not UTF-8");
  if (article.text.size() > kMaxArticleBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("an article of ", article.text.size(), " bytes; the limit is ", uint32_t{kMaxArticleBytes}));
  }
  if (absl::StripAsciiWhitespace(article.text).empty()) return absl::InvalidArgumentError("an empty article");
  return absl::OkStatus();
}

}  // namespace pith::compiler
