#include "tools/compiler/read/jsonl.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxIdBytes = 1024;

// The string in `field` of a record; empty if the field is missing or null.
absl::StatusOr<std::string> StringField(const Json& record, const char* field) {
  const auto it = record.find(field);
  if (it == record.end() || it->is_null()) return std::string();
  if (!it->is_string()) return absl::InvalidArgumentError(absl::StrCat("\"", field, "\" is not a string"));
  std::string value = it->get<std::string>();
  if (value.find('\0') != std::string::npos && absl::string_view(field) != "text") {
    return absl::InvalidArgumentError(absl::StrCat("a NUL in \"", field, "\""));
  }
  return value;
}

absl::Status CheckId(absl::string_view id) {
  if (id.empty()) return absl::InvalidArgumentError("no \"id\"");
  if (id.size() > kMaxIdBytes)
    return absl::InvalidArgumentError(absl::StrCat("an id longer than ", kMaxIdBytes, " bytes"));
  for (const char c : id) {
    if (absl::ascii_iscntrl(static_cast<unsigned char>(c))) {
      return absl::InvalidArgumentError("a control character in the id");
    }
  }
  return absl::OkStatus();
}

// The message of the JSON library, without its own prefix.
absl::string_view Reason(absl::string_view what) {
  const size_t colon = what.find(": ");
  return colon == absl::string_view::npos ? what : what.substr(colon + 2);
}

absl::StatusOr<Json> ParseRecord(absl::string_view line) {
  if (absl::Status status = CheckText(line); !status.ok()) return status;
  // The library reports errors by exception; they are caught here.
  try {
    Json record = Json::parse(line.begin(), line.end());
    if (!record.is_object()) return absl::InvalidArgumentError("not a JSON object");
    return record;
  } catch (const Json::parse_error& error) {
    return absl::InvalidArgumentError(absl::StrCat("not JSON at column ", error.byte, ": ", Reason(error.what())));
  }
}

}  // namespace

absl::StatusOr<Article> ReadRecord(absl::string_view line, const std::string& default_date) {
  const absl::StatusOr<Json> record = ParseRecord(line);
  if (!record.ok()) return record.status();
  Article article;
  std::string text;
  const std::pair<const char*, std::string*> fields[] = {{"id", &article.id},       {"text", &text},
                                                         {"title", &article.title}, {"date", &article.date},
                                                         {"url", &article.url},     {"lang", &article.lang}};
  for (const auto& [name, target] : fields) {
    absl::StatusOr<std::string> value = StringField(*record, name);
    if (!value.ok()) return value.status();
    *target = *std::move(value);
  }
  if (absl::Status status = CheckId(article.id); !status.ok()) return status;
  if (!record->contains("text")) return absl::InvalidArgumentError("no \"text\"");
  if (!article.date.empty()) {
    // A time of day after the date is more than an article needs.
    const absl::string_view date = absl::string_view(article.date).substr(0, 10);
    const bool timed = article.date.size() > 10 && (article.date[10] == 'T' || article.date[10] == ' ');
    if (!IsIsoDay(date) || (article.date.size() > 10 && !timed)) {
      return absl::InvalidArgumentError(absl::StrCat("\"date\" is not YYYY-MM-DD: ", article.date));
    }
    article.date = std::string(date);
  }
  if (absl::Status status = FillText(text, default_date, &article); !status.ok()) return status;
  return article;
}

void ReadJsonl(const Input& input, ArticleCollector* articles) {
  absl::string_view rest = input.contents;
  for (size_t number = 1; !rest.empty(); ++number) {
    const size_t end = rest.find('\n');
    const absl::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == absl::string_view::npos ? rest.size() : end + 1);
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    absl::StatusOr<Article> article = ReadRecord(line, input.default_date);
    if (!article.ok()) article = AtLine(article.status(), number);
    if (!articles->Add(absl::StrCat(input.shown, ":", number), std::move(article))) return;
  }
}

}  // namespace pith::compiler
