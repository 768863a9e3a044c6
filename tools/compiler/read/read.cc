#include "tools/compiler/read/read.h"

#include <cstdint>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "engine/format/records.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/calendar.h"
#include "tools/compiler/read/encoding.h"

namespace pith::compiler {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxIdBytes = 1024;

absl::string_view FileName(absl::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == absl::string_view::npos ? path : path.substr(slash + 1);
}

// Where the extension begins, with its dot; the end where there is none. A leading dot (".profile") begins none.
size_t ExtensionAt(absl::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == absl::string_view::npos || dot == 0 ? name.size() : dot;
}

Format FormatOf(absl::string_view path, absl::string_view contents) {
  if (path == "-") {
    return absl::StartsWith(absl::StripLeadingAsciiWhitespace(contents), "{") ? Format::kJsonl : Format::kText;
  }
  const absl::string_view name = FileName(path);
  const std::string extension = absl::AsciiStrToLower(name.substr(ExtensionAt(name)));
  if (extension == ".jsonl" || extension == ".ndjson") return Format::kJsonl;
  if (extension == ".md" || extension == ".markdown") return Format::kMarkdown;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return Format::kHtml;
  if (extension == ".epub") return Format::kEpub;
  if (extension == ".zim") return Format::kZim;
  return Format::kText;
}

absl::string_view NameOf(Format format) {
  switch (format) {
    case Format::kMarkdown:
      return "Markdown";
    case Format::kHtml:
      return "HTML";
    case Format::kEpub:
      return "EPUB";
    case Format::kZim:
      return "ZIM";
    default:
      return "this format";
  }
}

// Takes "date YYYY-MM-DD" and the white space around it off the front of `text` and returns the date, or nothing.
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

// Checks `text` and puts it and its date into `article`, whose other fields are there already.
absl::Status FillText(absl::string_view text, const std::string& default_date, Article* article) {
  if (absl::Status status = CheckText(text); !status.ok()) return status;
  const std::string head = TakeDateHead(&text);
  if (article->date.empty()) article->date = head.empty() ? default_date : head;
  if (text.size() > kMaxArticleBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("an article of ", text.size(), " bytes; the limit is ", uint32_t{kMaxArticleBytes}));
  }
  if (absl::StripAsciiWhitespace(text).empty()) return absl::InvalidArgumentError("an empty article");
  article->text = std::string(text);
  return absl::OkStatus();
}

// The string in `field` of a record; empty where there is none or null.
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

// The words of the JSON library's message without its own heading.
absl::string_view Reason(absl::string_view what) {
  const size_t colon = what.find(": ");
  return colon == absl::string_view::npos ? what : what.substr(colon + 2);
}

absl::StatusOr<Json> ParseRecord(absl::string_view line) {
  if (absl::Status status = CheckText(line); !status.ok()) return status;
  // The library reports errors by exception; they end here.
  try {
    Json record = Json::parse(line.begin(), line.end());
    if (!record.is_object()) return absl::InvalidArgumentError("not a JSON object");
    return record;
  } catch (const Json::parse_error& error) {
    return absl::InvalidArgumentError(absl::StrCat("not JSON at column ", error.byte, ": ", Reason(error.what())));
  }
}

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
    // A time of day behind the date says more than an article needs.
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

// Collects articles, and either stops at the first bad one or notes it and goes on.
class Collector {
 public:
  Collector(const ReadOptions& options, std::vector<std::string>* problems, Origins* origins)
      : keep_going_(options.keep_going), problems_(problems), origins_(origins) {}

  // False: stop.
  bool Add(const std::string& where, absl::StatusOr<Article> article) {
    absl::Status status = article.status();
    if (status.ok()) {
      const auto [it, is_new] = origins_->emplace(article->id, where);
      if (is_new) {
        articles_.push_back(*std::move(article));
        return true;
      }
      status = absl::InvalidArgumentError(absl::StrCat("the id \"", article->id, "\" is taken by ", it->second));
    }
    const std::string message = absl::StrCat(where, ": ", status.message());
    if (keep_going_) {
      problems_->push_back(message);
      return true;
    }
    error_ = absl::InvalidArgumentError(message);
    return false;
  }

  absl::StatusOr<std::vector<Article>> Finish() {
    if (!error_.ok()) return error_;
    return std::move(articles_);
  }

 private:
  const bool keep_going_;
  std::vector<std::string>* problems_;
  Origins* origins_;
  std::vector<Article> articles_;
  absl::Status error_;
};

absl::StatusOr<Article> ReadText(const std::string& path, absl::string_view contents, const std::string& date) {
  Article article;
  const absl::string_view name = FileName(path);
  article.id = path == "-" ? "stdin" : std::string(name.substr(0, ExtensionAt(name)));
  if (absl::Status status = CheckText(article.id); !status.ok())
    return absl::InvalidArgumentError("its name is not UTF-8");
  if (absl::Status status = FillText(contents, date, &article); !status.ok()) return status;
  return article;
}

}  // namespace

absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<std::string>* problems,
                                                  Origins* origins) {
  Collector collector(options, problems, origins);
  const std::string shown = path == "-" ? "standard input" : path;
  std::string converted;
  if (options.auto_encoding) {
    absl::StatusOr<std::string> utf8 = ConvertToUtf8(contents);
    if (!utf8.ok()) {
      collector.Add(shown, utf8.status());
      return collector.Finish();
    }
    converted = *std::move(utf8);
    contents = converted;
  }
  absl::ConsumePrefix(&contents, "\xEF\xBB\xBF");
  const Format format = options.from == Format::kAuto ? FormatOf(path, contents) : options.from;
  if (format == Format::kText) {
    collector.Add(shown, ReadText(path, contents, options.date));
  } else if (format == Format::kJsonl) {
    for (size_t line_number = 1; !contents.empty(); ++line_number) {
      const size_t end = contents.find('\n');
      const absl::string_view line = contents.substr(0, end);
      contents.remove_prefix(end == absl::string_view::npos ? contents.size() : end + 1);
      if (absl::StripAsciiWhitespace(line).empty()) continue;
      if (!collector.Add(absl::StrCat(shown, ":", line_number), ReadRecord(line, options.date))) break;
    }
  } else {
    collector.Add(shown, absl::InvalidArgumentError(absl::StrCat(NameOf(format), " is not supported in this version")));
  }
  return collector.Finish();
}

absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<std::string>* problems) {
  Origins origins;
  return ReadArticles(path, contents, options, problems, &origins);
}

}  // namespace pith::compiler
