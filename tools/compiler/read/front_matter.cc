#include "tools/compiler/read/front_matter.h"

#include <yaml-cpp/yaml.h>

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
#include "tools/compiler/toml.h"

namespace pith::compiler {
namespace {

constexpr uint64_t kFirstLine = 2;  // of the file, after the fence

// A field as either language has it.
struct Entry {
  std::string name;
  std::vector<std::string> values;
  bool is_list = false;
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

bool IsRead(absl::string_view name) {
  for (const absl::string_view known :
       {"title", "date", "lang", "language", "url", "author", "licence", "license", "image", "tags", "aliases"}) {
    if (name == known) return true;
  }
  return false;
}

absl::Status Broken(absl::string_view what, uint64_t line) {
  return AtLine(absl::InvalidArgumentError(absl::StrCat("front matter, line ", line, ": ", what)), line);
}

absl::Status WrongType(absl::string_view name, uint64_t line) {
  return Broken(absl::StrCat("\"", name, "\" takes a text or a list of them"), line);
}

// None for YAML that is no mapping, such as a sentence.
absl::StatusOr<std::optional<Entries>> ReadYaml(absl::string_view front) {
  Entries entries;
  try {
    const YAML::Node root = YAML::Load(std::string(front));
    if (!root.IsMap()) return std::optional<Entries>();
    for (const auto& field : root) {
      if (!field.first.IsScalar() || !IsRead(field.first.Scalar()) || field.second.IsNull()) continue;
      Entry entry;
      entry.name = field.first.Scalar();
      entry.line = kFirstLine + static_cast<uint64_t>(field.second.Mark().line);
      entry.is_list = field.second.IsSequence();
      if (field.second.IsScalar()) entry.values.push_back(field.second.Scalar());
      if (entry.is_list) {
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

absl::StatusOr<std::optional<Entries>> ReadToml(absl::string_view front) {
  const toml::parse_result file = toml::parse(std::string_view(front.data(), front.size()));
  if (!file) {
    const std::string_view what = file.error().description();
    return Broken(absl::string_view(what.data(), what.size()), kFirstLine - 1 + file.error().source().begin.line);
  }
  Entries entries;
  for (const auto& [key, node] : file.table()) {
    const std::string name(key.str());
    if (!IsRead(name)) continue;
    Entry entry = {name, {}, node.is_array(), kFirstLine - 1 + node.source().begin.line};
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

absl::Status Fill(const Entries& entries, Article* article) {
  for (const Entry& entry : entries) {
    const std::string text = absl::StrJoin(entry.values, ", ");
    const absl::string_view name = entry.name;
    if (name == "title") article->title = text;
    if (name == "lang" || name == "language") article->lang = text;
    if (name == "url") article->url = text;
    if (name == "author") article->author = text;
    if (name == "licence" || name == "license") article->licence = text;
    if (name == "image" && !entry.values.empty()) article->image = entry.values[0];
    if (name == "tags") article->tags = entry.values;
    if (name == "aliases") {
      for (const std::string& alias : entry.values) {
        if (!absl::StartsWith(alias, "/")) article->aliases.push_back(alias);
      }
    }
    if (name == "date" && !text.empty()) {
      article->date = WrittenDay(text);
      if (article->date.empty()) {
        return Broken(absl::StrCat("\"date\" is no day that can be read: ", text, "; write YYYY-MM-DD"), entry.line);
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status TakeFrontMatter(absl::string_view* markdown, Article* article) {
  Fenced fenced;
  const bool is_yaml = FindFenced(*markdown, "---", &fenced);
  if (!is_yaml && !FindFenced(*markdown, "+++", &fenced)) return absl::OkStatus();
  const absl::StatusOr<std::optional<Entries>> entries = is_yaml ? ReadYaml(fenced.front) : ReadToml(fenced.front);
  if (!entries.ok()) return entries.status();
  if (!entries->has_value()) return absl::OkStatus();
  *markdown = fenced.rest;
  return Fill(**entries, article);
}

}  // namespace pith::compiler
