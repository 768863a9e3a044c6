#include "tools/compiler/read/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "tools/compiler/markup/written_day.h"
#include "tools/compiler/read/place.h"
#include "tools/compiler/read/record_fields.h"
#include "tools/compiler/toml.h"

namespace pith::compiler {
namespace {

constexpr uint64_t kFirstLine = 2;  // of the file, after the fence

// A field as either language has it.
struct Entry {
  std::string name;
  std::vector<std::string> values;
  uint64_t line = 0;  // of the file, counted from 1
};

using Entries = std::vector<Entry>;

struct Fenced {
  absl::string_view front, rest;
};

// What stands between two lines `fence`, and what follows; false if the text does not begin so.
bool FindFenced(absl::string_view text, absl::string_view fence, Fenced* found) {
  if (!absl::ConsumePrefix(&text, fence)) return false;
  const size_t begin = text.find('\n');
  if (begin == absl::string_view::npos || !absl::StripAsciiWhitespace(text.substr(0, begin)).empty()) return false;
  for (size_t at = begin; at != absl::string_view::npos; at = text.find('\n', at + 1)) {
    absl::string_view line = text.substr(at + 1);
    line = absl::StripTrailingAsciiWhitespace(line.substr(0, line.find('\n')));
    if (line != fence && !(fence == "---" && line == "...")) continue;
    const size_t next = text.find('\n', at + 1);
    found->front = text.substr(begin + 1, at - begin);
    found->rest = next == absl::string_view::npos ? absl::string_view() : text.substr(next + 1);
    return true;
  }
  return false;
}

// The fields that are read, and where their values go.
std::vector<Field> FieldsOf(Article* article) {
  return {{"title", &article->title},     {"date", &article->date},       {"lang", &article->lang},
          {"language", &article->lang},   {"url", &article->url},         {"author", &article->author},
          {"licence", &article->licence}, {"license", &article->licence}, {"image", &article->image},
          {"tags", &article->tags},       {"aliases", &article->aliases}};
}

const Field* Find(const std::vector<Field>& fields, absl::string_view name) {
  const auto it = std::find_if(fields.begin(), fields.end(), [name](const Field& field) { return field.name == name; });
  return it == fields.end() ? nullptr : &*it;
}

absl::Status Broken(absl::string_view what, uint64_t line) {
  return AtLine(absl::InvalidArgumentError(absl::StrCat("front matter, line ", line, ": ", what)), line);
}

absl::Status WrongType(absl::string_view name, uint64_t line) {
  return Broken(absl::StrCat("\"", name, "\" takes a text or a list of them"), line);
}

// None for YAML that is no mapping, such as a sentence.
absl::StatusOr<std::optional<Entries>> ReadYaml(absl::string_view front, const std::vector<Field>& fields) {
  Entries entries;
  try {
    const YAML::Node root = YAML::Load(std::string(front));
    if (!root.IsMap()) return std::optional<Entries>();
    for (const auto& field : root) {
      if (!field.first.IsScalar() || Find(fields, field.first.Scalar()) == nullptr || field.second.IsNull()) continue;
      Entry entry;
      entry.name = field.first.Scalar();
      entry.line = kFirstLine + static_cast<uint64_t>(field.second.Mark().line);
      if (field.second.IsScalar()) entry.values.push_back(field.second.Scalar());
      if (field.second.IsSequence()) {
        for (const YAML::Node& value : field.second) {
          if (!value.IsScalar()) return WrongType(entry.name, entry.line);
          entry.values.push_back(value.Scalar());
        }
      } else if (!field.second.IsScalar()) {
        return WrongType(entry.name, entry.line);
      }
      entries.push_back(std::move(entry));
    }
  } catch (const YAML::Exception& error) {
    return Broken(error.msg, kFirstLine + static_cast<uint64_t>(error.mark.line < 0 ? 0 : error.mark.line));
  }
  return std::optional<Entries>(std::move(entries));
}

// A string as it is, a date as "2021-03-04"; false for what is neither.
bool TextOf(const toml::node& node, std::string* text) {
  if (const auto string = node.value_exact<std::string>()) {
    *text = *string;
    return true;
  }
  std::ostringstream written;
  if (const auto* day = node.as_date()) written << *day;
  if (const auto* moment = node.as_date_time()) written << *moment;
  *text = written.str();
  return !text->empty();
}

absl::StatusOr<std::optional<Entries>> ReadToml(absl::string_view front, const std::vector<Field>& fields) {
  const toml::parse_result file = toml::parse(std::string_view(front.data(), front.size()));
  if (!file) {
    const std::string_view what = file.error().description();
    return Broken(absl::string_view(what.data(), what.size()), kFirstLine - 1 + file.error().source().begin.line);
  }
  Entries entries;
  for (const auto& [key, node] : file.table()) {
    const std::string name(key.str());
    if (Find(fields, name) == nullptr) continue;
    Entry entry = {name, {}, kFirstLine - 1 + node.source().begin.line};
    std::string text;
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& value : *list) {
        if (!TextOf(value, &text)) return WrongType(name, entry.line);
        entry.values.push_back(text);
      }
    } else if (TextOf(node, &text)) {
      entry.values.push_back(text);
    } else {
      return WrongType(name, entry.line);
    }
    entries.push_back(std::move(entry));
  }
  return std::optional<Entries>(std::move(entries));
}

absl::Status Fill(const Entries& entries, const std::vector<Field>& fields, Article* article) {
  uint64_t date_line = 0;
  for (const Entry& entry : entries) {
    const Field& field = *Find(fields, entry.name);
    if (field.list != nullptr) {
      *field.list = entry.values;
    } else if (field.value == &article->image) {
      *field.value = entry.values.empty() ? "" : entry.values[0];
    } else {
      *field.value = absl::StrJoin(entry.values, ", ");
    }
    if (field.value == &article->date) date_line = entry.line;
  }
  std::vector<std::string>& aliases = article->aliases;
  aliases.erase(
      std::remove_if(aliases.begin(), aliases.end(), [](const std::string& s) { return absl::StartsWith(s, "/"); }),
      aliases.end());
  if (article->date.empty()) return absl::OkStatus();
  const std::string day = WrittenDay(article->date);
  if (day.empty()) {
    return Broken(absl::StrCat("\"date\" is no day that can be read: ", article->date, "; write YYYY-MM-DD"),
                  date_line);
  }
  article->date = day;
  return absl::OkStatus();
}

}  // namespace

absl::Status TakeFrontMatter(absl::string_view* markdown, Article* article) {
  const std::vector<Field> fields = FieldsOf(article);
  Fenced fenced;
  const bool is_yaml = FindFenced(*markdown, "---", &fenced);
  if (!is_yaml && !FindFenced(*markdown, "+++", &fenced)) return absl::OkStatus();
  const absl::StatusOr<std::optional<Entries>> entries =
      is_yaml ? ReadYaml(fenced.front, fields) : ReadToml(fenced.front, fields);
  if (!entries.ok()) return entries.status();
  if (!entries->has_value()) return absl::OkStatus();
  *markdown = fenced.rest;
  return Fill(**entries, fields, article);
}

}  // namespace pith::compiler
