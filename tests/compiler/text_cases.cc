#include "tests/compiler/text_cases.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tools/compiler/text/words.h"

namespace pith::compiler {

std::vector<TextCase> ReadTextCases(const std::string& name) {
  std::ifstream in(std::string(PITH_TEST_DATA) + "/compiler/cases/" + name);
  EXPECT_TRUE(in.good()) << name;
  std::vector<TextCase> cases;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != ' ') {
      cases.push_back({number, line, {}});
    } else if (!cases.empty()) {
      cases.back().expected.push_back(line.substr(line.find_first_not_of(' ')));
    }
  }
  EXPECT_FALSE(cases.empty()) << name;
  return cases;
}

Sentence OneSentence(const std::string& text) {
  Sentence sentence;
  sentence.end = static_cast<uint32_t>(text.size());
  SplitWords(TestLanguage(), text, &sentence);
  return sentence;
}

std::string Shown(const std::string& text, const Sentence& sentence, const Value& value) {
  const uint32_t begin = sentence.tokens[value.span.first].begin, end = sentence.tokens[value.span.last - 1].end;
  return text.substr(begin, end - begin);
}

std::string Decimal(int64_t mantissa, uint8_t scale) {
  std::string digits = std::to_string(mantissa);
  if (scale == 0) return digits;
  while (digits.size() <= scale) digits.insert(0, "0");
  return digits.insert(digits.size() - scale, ".");
}

}  // namespace pith::compiler
