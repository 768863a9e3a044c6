#include "tools/compiler/numbers/units.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/compiler/text_cases.h"

namespace pith::compiler {
namespace {

TEST(UnitsTest, Cases) {
  for (const TextCase& c : ReadTextCases("units.txt")) {
    const Sentence sentence = OneSentence(c.text);
    const Unit unit = UnitBehind(c.text, sentence.tokens, 0, 1, sentence.tokens[0].folded != "1");
    std::vector<std::string> found;
    if (!unit.unit.empty()) {
      const uint32_t begin = sentence.tokens[1].begin, end = sentence.tokens[unit.last - 1].end;
      found.push_back(c.text.substr(begin, end - begin) + " = " + unit.unit + (unit.counts ? "; counted" : ""));
      EXPECT_LT(unit.head, unit.last) << "line " << c.line;
    }
    EXPECT_EQ(found, c.expected) << "line " << c.line << ": " << c.text;
  }
}

TEST(UnitsTest, CurrenciesBeforeNumbers) {
  const auto before = [](const std::string& text, uint32_t token) {
    return std::string(CurrencyBefore(OneSentence(text).tokens, token));
  };
  EXPECT_EQ(before("$5", 0), "USD");
  EXPECT_EQ(before("US$5", 1), "USD");
  EXPECT_EQ(before("HK$5", 1), "HKD");
  EXPECT_EQ(before("GBP 5", 0), "GBP");
  EXPECT_EQ(before("€5", 0), "EUR");
  EXPECT_EQ(before("about 5", 0), "");
  EXPECT_EQ(before("$5", 7), "");
}

TEST(UnitsTest, PhrasesEnd) {
  const Sentence sentence = OneSentence("old boats of the port, said 3");
  std::string ends;
  for (uint32_t i = 0; i <= sentence.tokens.size(); ++i) ends += EndsPhrase(sentence.tokens, i) ? '|' : '.';
  EXPECT_EQ(ends, "..||.||||");
}

}  // namespace
}  // namespace pith::compiler
