#include "tools/compiler/read/jsonl.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/place.h"
#include "tools/compiler/read/record_fields.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxIdBytes = 1024;

// Leaves the day alone: a time of day after it is more than an article needs.
absl::Status CheckDate(std::string* date) {
  if (date->empty()) return absl::OkStatus();
  const absl::string_view day = absl::string_view(*date).substr(0, 10);
  const bool timed = date->size() > 10 && ((*date)[10] == 'T' || (*date)[10] == ' ');
  if (!IsIsoDay(day) || (date->size() > 10 && !timed)) {
    return absl::InvalidArgumentError(absl::StrCat("\"date\" is not YYYY-MM-DD: ", *date));
  }
  *date = std::string(day);
  return absl::OkStatus();
}

bool HasNul(const Field& field) {
  const auto has_nul = [](const std::string& value) { return value.find('\0') != std::string::npos; };
  return field.value != nullptr ? has_nul(*field.value) : std::any_of(field.list->begin(), field.list->end(), has_nul);
}

}  // namespace

absl::Status CheckArticleId(absl::string_view id) {
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

absl::StatusOr<Article> ReadRecord(absl::string_view line, const std::string& default_date) {
  if (absl::Status status = CheckText(line); !status.ok()) return status;
  Article article;
  std::string text;
  Field fields[] = {{"id", &article.id},           {"text", &text},           {"title", &article.title},
                    {"date", &article.date},       {"url", &article.url},     {"lang", &article.lang},
                    {"aliases", &article.aliases}, {"tags", &article.tags},   {"author", &article.author},
                    {"licence", &article.licence}, {"image", &article.image}, {"meta", &article.meta, Field::kObject}};
  if (absl::Status status = ReadFields(line, absl::MakeSpan(fields)); !status.ok()) return status;
  for (const Field& field : fields) {
    if (field.value != &text && HasNul(field)) {
      return absl::InvalidArgumentError(absl::StrCat("a NUL in \"", field.name, "\""));
    }
  }
  if (absl::Status status = CheckArticleId(article.id); !status.ok()) return status;
  if (!fields[1].found) return absl::InvalidArgumentError("no \"text\"");
  if (absl::Status status = CheckDate(&article.date); !status.ok()) return status;
  if (absl::Status status = CheckProperties(&article); !status.ok()) return status;
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
