#include "tools/compiler/numbers/units.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/lexicon/unit_words.h"

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

// The unit that is read in `text` behind its first token.
std::string UnitIn(const std::string& text) {
  const Sentence sentence = OneSentence(text);
  const Unit unit = UnitBehind(text, sentence.tokens, 0, 1, sentence.tokens[0].folded != "1");
  return unit.counts ? "counted " + unit.unit : unit.unit;
}

TEST(UnitsTest, NoUnitLacksItsSingularOrPlural) {
  for (const UnitWords& unit : Measures()) {
    for (const absl::string_view name : unit.names) {
      if (name.empty()) continue;
      EXPECT_EQ(UnitIn(absl::StrCat("1 ", name)), unit.unit);
      EXPECT_EQ(UnitIn(absl::StrCat("12-", name)), unit.unit);
      EXPECT_EQ(UnitIn(absl::StrCat("2 ", name, name == "inch" ? "es" : "s")), unit.unit);
    }
    for (const absl::string_view symbol : unit.symbols) {
      if (!symbol.empty()) {
        EXPECT_EQ(UnitIn(absl::StrCat("2 ", symbol)), unit.unit);
      }
    }
  }
  for (const UnitWords& currency : Currencies()) {
    for (const absl::string_view name : currency.names) {
      if (name.empty()) continue;
      EXPECT_EQ(UnitIn(absl::StrCat("1 ", name)), currency.unit);
      EXPECT_EQ(UnitIn(absl::StrCat("2 ", name, "s")), currency.unit);
    }
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
