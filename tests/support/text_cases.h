// Cases in a text file: what is asked of texts, and what is right.

#ifndef PITH_TESTS_SUPPORT_TEXT_CASES_H_
#define PITH_TESTS_SUPPORT_TEXT_CASES_H_

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace pith::testing {

struct TextCase {
  int line;          // in the file
  std::string text;  // of the last line "= text" before it
  std::vector<std::string> fields;
};

// The cases of tests/compiled/cases/NAME, each of at least `fields` fields between "|". Empty lines and those that
// begin with "#" are passed over.
inline std::vector<TextCase> ReadTextCases(const std::string& name, size_t fields) {
  std::vector<TextCase> cases;
  std::ifstream in(std::string(PITH_TEST_DATA) + "/compiled/cases/" + name);
  int number = 0;
  for (std::string line, text; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (absl::StartsWith(line, "= ")) {
      text = line.substr(2);
      continue;
    }
    TextCase& one = cases.emplace_back(TextCase{number, text, {}});
    for (const absl::string_view field : absl::StrSplit(line, '|')) {
      one.fields.emplace_back(absl::StripAsciiWhitespace(field));
    }
    if (one.fields.size() < fields) {
      ADD_FAILURE() << name << ":" << number << ": fewer than " << fields << " fields";
      cases.pop_back();
    }
  }
  return cases;
}

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_TEXT_CASES_H_
