#include "tools/pith/expectations.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/json_lines.h"

namespace pith::command {
namespace {

bool IsDigit(utf8proc_int32_t c) { return c >= '0' && c <= '9'; }

bool IsWordPart(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return false;
    default:
      return true;
  }
}

bool IsApostrophe(utf8proc_int32_t c) { return c == '\'' || c == 0x2019; }

// The code points in lower case, decomposed, without accents; none of what is not UTF-8.
std::vector<utf8proc_int32_t> Folded(absl::string_view text) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                           UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const utf8proc_ssize_t count = utf8proc_decompose(bytes, size, nullptr, 0, kOptions);
  if (count <= 0) return {};
  std::vector<utf8proc_int32_t> folded(static_cast<size_t>(count));
  utf8proc_decompose(bytes, size, folded.data(), count, kOptions);
  return folded;
}

// The words as they are compared. "two-week" is two words, "country's" and "1,000" are one, and "1.5" is not "15".
std::vector<std::string> WordsOf(absl::string_view text) {
  const std::vector<utf8proc_int32_t> folded = Folded(text);
  std::vector<std::string> words(1);
  for (size_t i = 0; i < folded.size(); ++i) {
    const utf8proc_int32_t c = folded[i];
    const bool in_number = i > 0 && i + 1 < folded.size() && IsDigit(folded[i - 1]) && IsDigit(folded[i + 1]);
    if (IsWordPart(c) || (c == '.' && in_number)) {
      utf8proc_uint8_t bytes[4];
      const auto size = static_cast<size_t>(utf8proc_encode_char(c, bytes));
      words.back().append(reinterpret_cast<const char*>(bytes), size);
    } else if (!IsApostrophe(c) && !(c == ',' && in_number)) {
      words.emplace_back();
    }
  }
  const auto says_nothing = [](const std::string& w) { return w.empty() || w == "a" || w == "an" || w == "the"; };
  words.erase(std::remove_if(words.begin(), words.end(), says_nothing), words.end());
  return words;
}

absl::StatusOr<std::vector<std::string>> Strings(const Json& field, const char* name) {
  const absl::Status wrong = absl::InvalidArgumentError(absl::StrCat("\"", name, "\" is not a list of strings"));
  if (field.is_string()) return std::vector<std::string>{field.get<std::string>()};
  if (!field.is_array() || !absl::c_all_of(field, [](const Json& one) { return one.is_string(); })) return wrong;
  return field.get<std::vector<std::string>>();
}

// Everything that an answer says, each by itself.
std::vector<std::string> SaidBy(const pith_answer& answer) {
  std::vector<std::string> said = {String(answer.text)};
  if (answer.resolved.size > 0) said.push_back(String(answer.resolved));
  if (answer.polarity == PITH_YES) said.emplace_back("yes");
  if (answer.polarity == PITH_NO) said.emplace_back("no");
  return said;
}

bool Holds(const std::string& text, const std::string& part) {
  const std::vector<std::string> all = WordsOf(text), some = WordsOf(part);
  return !some.empty() && std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

std::string Quoted(const std::vector<std::string>& texts) {
  return absl::StrJoin(texts, " or ",
                       [](std::string* out, const std::string& text) { absl::StrAppend(out, "\"", text, "\""); });
}

}  // namespace

absl::StatusOr<Expectation> ReadExpectation(const Json& line) {
  if (absl::Status status = CheckId(line); !status.ok()) return status;
  if (!line.contains("question")) return absl::InvalidArgumentError("no \"question\"");
  absl::StatusOr<std::string> question = StringField(line, "question"), doc = StringField(line, "doc");
  if (!question.ok()) return question.status();
  if (!doc.ok()) return doc.status();
  Expectation read;
  read.id = line["id"];
  read.question = *std::move(question);
  read.doc = *std::move(doc);
  for (const auto& [name, list] : {std::pair("answers", &read.answers), std::pair("never", &read.never)}) {
    const auto field = line.find(name);
    if (field == line.end() || field->is_null()) continue;
    absl::StatusOr<std::vector<std::string>> strings = Strings(*field, name);
    if (!strings.ok()) return strings.status();
    *list = *std::move(strings);
    read.answers_told |= list == &read.answers;
  }
  if (!read.answers_told && read.never.empty()) {
    return absl::InvalidArgumentError("neither \"answers\" nor \"never\": nothing is expected");
  }
  return read;
}

bool SaysSame(absl::string_view a, absl::string_view b) {
  const std::vector<std::string> words = WordsOf(a);
  // Of signs alone there are no words to compare.
  return words.empty() ? a == b : words == WordsOf(b);
}

std::string FaultOf(const Expectation& expected, const Reply& reply) {
  const std::string wanted =
      !expected.answers_told || expected.answers.empty() ? "" : absl::StrCat("not ", Quoted(expected.answers));
  if (reply.answers.empty()) return wanted.empty() ? "" : absl::StrCat("says nothing, ", wanted);
  const std::vector<std::string> said = SaidBy(reply.answers.front());
  const std::string says = absl::StrCat("says \"", said.front(), "\"");
  for (const std::string& banned : expected.never) {
    for (const std::string& one : said) {
      if (Holds(one, banned)) return absl::StrCat(says, ", which must not say \"", banned, "\"");
    }
  }
  if (!expected.answers_told) return "";
  if (expected.answers.empty()) return absl::StrCat(says, " and must stay silent");
  for (const std::string& one : said) {
    for (const std::string& answer : expected.answers) {
      if (SaysSame(one, answer)) return "";
    }
  }
  return absl::StrCat(says, ", ", wanted);
}

}  // namespace pith::command
