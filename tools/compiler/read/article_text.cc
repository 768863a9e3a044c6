#include "tools/compiler/read/article_text.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_set.h"
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

// Leaves out empty strings, and those that occur before.
void Tidy(std::vector<std::string>* list) {
  absl::flat_hash_set<std::string> seen = {""};
  list->erase(std::remove_if(list->begin(), list->end(), [&](const std::string& s) { return !seen.insert(s).second; }),
              list->end());
}

absl::Status CheckSize(absl::string_view name, absl::string_view value, PropertyKind kind) {
  if (value.size() <= MostBytes(kind)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("\"", name, "\" has ", value.size(), " bytes; the limit is ", MostBytes(kind)));
}

absl::Status CheckList(absl::string_view name, std::vector<std::string>* list, PropertyKind kind) {
  Tidy(list);
  if (list->size() > MostOf(kind)) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", name, "\" has ", list->size(), " strings; the limit is ", MostOf(kind)));
  }
  absl::Status status;
  for (const std::string& value : *list) status.Update(CheckSize(name, value, kind));
  return status;
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

absl::Status CheckProperties(Article* article) {
  absl::Status status = CheckList("aliases", &article->aliases, PropertyKind::kAlias);
  status.Update(CheckList("tags", &article->tags, PropertyKind::kTag));
  status.Update(CheckSize("author", article->author, PropertyKind::kAuthor));
  status.Update(CheckSize("licence", article->licence, PropertyKind::kLicence));
  status.Update(CheckSize("image", article->image, PropertyKind::kImage));
  status.Update(CheckSize("meta", article->meta, PropertyKind::kMeta));
  return status;
}

}  // namespace pith::compiler
