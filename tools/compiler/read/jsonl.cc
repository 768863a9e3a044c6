#include "tools/compiler/read/jsonl.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxIdBytes = 1024;

// A string field of a record.
struct Field {
  absl::string_view name;
  std::string* value;  // stays empty if the field is missing or null
  bool found = false;
};

// The message of the JSON library, without its own prefix.
absl::string_view Reason(absl::string_view what) {
  const size_t colon = what.find(": ");
  return colon == absl::string_view::npos ? what : what.substr(colon + 2);
}

// Takes the fields out of an object while the JSON library reads it. Whatever else the object holds passes by unread,
// however deep it is nested. Of a field given twice, the last one counts.
class FieldTaker : public nlohmann::json_sax<Json> {
 public:
  explicit FieldTaker(absl::Span<Field> fields) : fields_(fields) {}

  // The first thing that is wrong with the record.
  absl::Status status() const { return !syntax_.ok() ? syntax_ : status_; }

  bool null() override {
    if (Field* field = Wanted()) field->value->clear();
    return true;
  }
  bool string(std::string& value) override {
    if (Field* field = Wanted()) *field->value = std::move(value);
    return true;
  }
  bool boolean(bool) override { return Other(); }
  bool number_integer(number_integer_t) override { return Other(); }
  bool number_unsigned(number_unsigned_t) override { return Other(); }
  bool number_float(number_float_t, const std::string&) override { return Other(); }
  bool binary(binary_t&) override { return Other(); }
  bool start_array(size_t) override { return Other() && Enter(); }
  bool end_array() override { return Leave(); }
  bool start_object(size_t) override { return (depth_ == 0 || Other()) && Enter(); }
  bool end_object() override { return Leave(); }

  bool key(std::string& name) override {
    if (depth_ != 1) return true;
    const auto field =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& other) { return other.name == name; });
    current_ = field == fields_.end() ? nullptr : &*field;
    if (current_ != nullptr) current_->found = true;
    return true;
  }

  bool parse_error(size_t column, const std::string&, const nlohmann::detail::exception& error) override {
    constexpr int kTooLarge = 406;  // a number that no 64-bit floating-point one can be near
    syntax_ = absl::InvalidArgumentError(error.id == kTooLarge
                                             ? absl::StrCat("a number too large at column ", column)
                                             : absl::StrCat("not JSON at column ", column, ": ", Reason(error.what())));
    return false;
  }

 private:
  // The field that the next value belongs to; null if it is not wanted.
  Field* Wanted() {
    if (depth_ == 0) Note("not a JSON object");
    return depth_ == 1 ? current_ : nullptr;
  }

  // A value that is neither a string nor null.
  bool Other() {
    if (const Field* field = Wanted()) Note(absl::StrCat("\"", field->name, "\" is not a string"));
    return true;
  }

  bool Enter() {
    ++depth_;
    return true;
  }
  bool Leave() {
    --depth_;
    return true;
  }

  void Note(absl::string_view problem) {
    if (status_.ok()) status_ = absl::InvalidArgumentError(problem);
  }

  const absl::Span<Field> fields_;
  Field* current_ = nullptr;
  size_t depth_ = 0;  // of brackets
  absl::Status syntax_, status_;
};

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

}  // namespace

absl::StatusOr<Article> ReadRecord(absl::string_view line, const std::string& default_date) {
  if (absl::Status status = CheckText(line); !status.ok()) return status;
  Article article;
  std::string text;
  Field fields[] = {{"id", &article.id},     {"text", &text},       {"title", &article.title},
                    {"date", &article.date}, {"url", &article.url}, {"lang", &article.lang}};
  FieldTaker taker(absl::MakeSpan(fields));
  Json::sax_parse(line.begin(), line.end(), &taker);
  if (!taker.status().ok()) return taker.status();
  for (const Field& field : fields) {
    if (field.value != &text && field.value->find('\0') != std::string::npos) {
      return absl::InvalidArgumentError(absl::StrCat("a NUL in \"", field.name, "\""));
    }
  }
  if (absl::Status status = CheckId(article.id); !status.ok()) return status;
  if (!fields[1].found) return absl::InvalidArgumentError("no \"text\"");
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
