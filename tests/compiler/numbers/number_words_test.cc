#include "tools/compiler/numbers/number_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/models/labels.h"

namespace pith::compiler {
namespace {

TEST(NumberWordsTest, Cases) {
  for (const TextCase& c : ReadTextCases("number_words.txt")) {
    const Sentence sentence = OneSentence(c.text);
    std::vector<std::string> found;
    if (const absl::optional<Number> number = ReadNumber(sentence.tokens, 0)) {
      std::string line = c.text.substr(0, sentence.tokens[number->last - 1].end);
      line += " = " + Decimal(number->mantissa, number->scale);
      if (number->hedge != Hedge::kExact) absl::StrAppend(&line, "; ", HedgeName(number->hedge));
      found.push_back(line);
    }
    EXPECT_EQ(found, c.expected) << "line " << c.line;
  }
}

TEST(NumberWordsTest, HugeNumbersKeepTheirSign) {
  for (const char* text : {"999999999999999999999999", "9,999,999,999,999,999,999", "999999999999999 trillion"}) {
    const absl::optional<Number> number = ReadNumber(OneSentence(text).tokens, 0);
    if (number.has_value()) {
      EXPECT_GT(number->mantissa, 0) << text;
    }
  }
}

TEST(NumberWordsTest, NothingBehindTheEnd) {
  const Sentence sentence = OneSentence("twenty");
  EXPECT_EQ(ReadNumber(sentence.tokens, 0)->last, 1u);
  EXPECT_FALSE(ReadNumber(sentence.tokens, 1).has_value());
}

TEST(NumberWordsTest, RaisesAsFarAsItFits) {
  Number number;
  number.mantissa = 15;
  number.scale = 1;
  number.Raise(6);
  EXPECT_EQ(number.mantissa, 1500000);
  EXPECT_EQ(number.scale, 0);
  EXPECT_EQ(number.Floor(), 1500000);
  number.Raise(30);
  EXPECT_EQ(number.mantissa, 1500000);  // too much, so unchanged
}

TEST(NumberWordsTest, Ordinals) {
  EXPECT_EQ(OrdinalWord("third"), 3);
  EXPECT_EQ(OrdinalWord("21st"), 21);
  EXPECT_EQ(OrdinalWord("30th"), 30);
  EXPECT_EQ(OrdinalWord("121st"), 0);
  EXPECT_EQ(OrdinalWord("st"), 0);
  EXPECT_EQ(OrdinalWord("three"), 0);
}

TEST(NumberWordsTest, Cardinals) {
  EXPECT_EQ(CardinalWord("zero"), 0);
  EXPECT_EQ(CardinalWord("ninety"), 90);
  EXPECT_EQ(CardinalWord("third"), -1);
}

}  // namespace
}  // namespace pith::compiler
