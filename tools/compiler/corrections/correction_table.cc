#include "tools/compiler/corrections/correction_table.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/calendar.h"
#include "tools/compiler/nearest.h"

namespace pith::compiler {
namespace {

constexpr int64_t kMostNumber = 1000000000000000;  // a double holds all whole numbers up to here

std::string Stripped(const std::string& text) { return std::string(absl::StripAsciiWhitespace(text)); }

// "2022", "2022-01", "2022-01-06", "199X", each with "~" or "?" behind it.
bool IsMoment(absl::string_view text) {
  if (!text.empty() && (text.back() == '~' || text.back() == '?')) text.remove_suffix(1);
  if (text.size() == 10) return IsIsoDay(text);
  const auto digit = [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); };
  if (text.size() == 7) return text[4] == '-' && IsMoment(text.substr(0, 4)) && IsIsoDay(absl::StrCat(text, "-01"));
  if (text.size() != 4 || !digit(text[0]) || !digit(text[1])) return false;
  return (digit(text[2]) && (digit(text[3]) || text[3] == 'X')) || (text[2] == 'X' && text[3] == 'X');
}

bool IsDate(absl::string_view text) {
  const std::vector<absl::string_view> ends = absl::StrSplit(text, '/');
  if (ends.size() == 1) return IsMoment(text);
  const auto is_end = [](absl::string_view end) { return end == ".." || IsMoment(end); };
  return ends.size() == 2 && is_end(ends[0]) && is_end(ends[1]) && ends[0] != ends[1];
}

}  // namespace

void CorrectionTable::Fail(const std::string& message, const toml::node* at) {
  if (!status_.ok()) return;
  status_ = absl::InvalidArgumentError(absl::StrCat("[[", sort_, "]]: ", message));
  error_line_ = at != nullptr && at->source().begin.line > 0 ? at->source().begin.line : line();
}

const toml::node* CorrectionTable::Find(const char* name, Field need) {
  asked_.emplace_back(name);
  const toml::node* node = table_.get(name);
  if (node == nullptr && need == Field::kNeeded) Fail(absl::StrCat("\"", name, "\" is missing"));
  return node;
}

std::string CorrectionTable::Text(const char* name, Field need) {
  const toml::node* node = Find(name, need);
  if (node == nullptr) return "";
  const auto text = node->value_exact<std::string>();
  if (!text.has_value()) Fail(absl::StrCat("\"", name, "\" takes a text, within quotation marks"), node);
  if (text.has_value() && Stripped(*text).empty()) Fail(absl::StrCat("\"", name, "\" is empty"), node);
  return text.has_value() ? Stripped(*text) : "";
}

absl::optional<std::string> CorrectionTable::Change(const char* name) {
  const toml::node* node = Find(name, Field::kOptional);
  if (node == nullptr) return absl::nullopt;
  const auto text = node->value_exact<std::string>();
  if (!text.has_value()) Fail(absl::StrCat("\"", name, "\" takes a text, within quotation marks"), node);
  return text.has_value() ? Stripped(*text) : "";
}

std::vector<std::string> CorrectionTable::Texts(const char* name, Field need) {
  const toml::node* node = Find(name, need);
  if (node == nullptr) return {};
  if (node->is_string()) return {Text(name)};
  std::vector<std::string> texts;
  if (const toml::array* list = node->as_array()) {
    for (const toml::node& one : *list) {
      const auto text = one.value_exact<std::string>();
      if (!text.has_value() || Stripped(*text).empty()) break;
      texts.push_back(Stripped(*text));
    }
    if (!texts.empty() && texts.size() == list->size()) return texts;
  }
  Fail(absl::StrCat("\"", name, "\" takes a text or a list of texts: [\"...\", \"...\"]"), node);
  return {};
}

absl::optional<bool> CorrectionTable::Bool(const char* name) {
  const toml::node* node = Find(name, Field::kOptional);
  if (node == nullptr) return absl::nullopt;
  const auto value = node->value_exact<bool>();
  if (!value.has_value()) Fail(absl::StrCat("\"", name, "\" takes true or false"), node);
  return value.value_or(false);
}

absl::optional<int64_t> CorrectionTable::Number(const char* name, uint8_t* scale) {
  constexpr uint8_t kMostScale = 6;
  *scale = 0;
  const toml::node* node = Find(name, Field::kOptional);
  if (node == nullptr) return absl::nullopt;
  const auto number = node->value<double>();
  if (!node->is_number() || !number.has_value() || !(std::fabs(*number) < kMostNumber)) {
    Fail(absl::StrCat("\"", name, "\" takes a number"), node);
    return 0;
  }
  double scaled = *number;
  while (std::fabs(scaled - std::round(scaled)) > 1e-9 * std::fabs(scaled) && *scale < kMostScale) {
    ++*scale;
    scaled = *number * std::pow(10, *scale);
  }
  return static_cast<int64_t>(std::llround(scaled));
}

std::string CorrectionTable::Date(const char* name, Field need) {
  const toml::node* node = Find(name, need);
  if (node == nullptr) return "";
  std::string date;
  if (const auto day = node->value_exact<toml::date>()) {
    std::ostringstream out;
    out << *day;
    date = out.str();
  } else if (node->is_string()) {
    date = Text(name);
  }
  if (!IsDate(date)) {
    Fail(absl::StrCat("\"", name, "\" takes a date: \"2022-01-06\", \"2022-01\", \"2022\", \"1939/1945\""), node);
  }
  return date;
}

int CorrectionTable::OneOf(const char* name, const std::vector<std::string>& words, Field need) {
  const toml::node* node = Find(name, need);
  if (node == nullptr) return -1;
  const std::string word = node->is_string() ? Text(name) : "";
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) {
    Fail(absl::StrCat("\"", name, "\" takes one of ", absl::StrJoin(words, ", ")), node);
    return -1;
  }
  return static_cast<int>(found - words.begin());
}

absl::Status CorrectionTable::Finish() {
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    Fail(absl::StrCat("no field \"", name, "\"", DidYouMean(name, asked_)), &node);
  }
  return status_;
}

}  // namespace pith::compiler
