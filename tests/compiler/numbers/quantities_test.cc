#include "tools/compiler/numbers/quantities.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/times/times.h"

namespace pith::compiler {
namespace {

std::vector<Value> QuantitiesOf(const std::string& text, const Sentence& sentence) {
  DateContext context("");
  return FindQuantities(text, 0, sentence, FindTimes(text, 0, sentence, &context));
}

TEST(QuantitiesTest, Cases) {
  for (const TextCase& c : ReadTextCases("quantities.txt")) {
    const Sentence sentence = OneSentence(c.text);
    std::vector<std::string> found;
    for (const Value& value : QuantitiesOf(c.text, sentence)) {
      EXPECT_EQ(value.kind, ValueKind::kNumber);
      std::string line = Shown(c.text, sentence, value) + " = " + Decimal(value.mantissa, value.scale);
      if (value.to.has_value()) absl::StrAppend(&line, " to ", Decimal(*value.to, value.scale));
      if (!value.unit.empty()) line += " " + value.unit;
      if (value.hedge != Hedge::kExact) absl::StrAppend(&line, "; ", HedgeName(value.hedge));
      found.push_back(line);
    }
    EXPECT_EQ(found, c.expected) << "line " << c.line << ": " << c.text;
  }
}

TEST(QuantitiesTest, SpansLieInTheSentenceInOrder) {
  const std::string text = "1 2 , - 3 of $ 4 million about half the 5 % of 6 to 7 up to";
  const Sentence sentence = OneSentence(text);
  uint32_t last = 0;
  for (const Value& value : FindQuantities(text, 7, sentence, {})) {
    EXPECT_EQ(value.span.sentence, 7u);
    EXPECT_GE(value.span.first, last);
    EXPECT_LT(value.span.first, value.span.last);
    EXPECT_LE(value.span.last, sentence.tokens.size());
    EXPECT_LT(value.span.head, value.span.last);
    last = value.span.last;
  }
  EXPECT_TRUE(FindQuantities("", 0, Sentence(), {}).empty());
}

TEST(QuantitiesTest, ParseTellsWhatIsCounted) {
  // Hung on "dogs" by the parser, whatever the words look like.
  const std::string text = "4 very muddy dog walkers";
  Sentence sentence = OneSentence(text);
  ASSERT_EQ(sentence.tokens.size(), 5u);
  sentence.tokens[0].pos = Pos::kNum;
  sentence.tokens[0].rel = Rel::kNummod;
  sentence.tokens[0].head = 3;
  sentence.tokens[3].pos = Pos::kNoun;
  const std::vector<Value> values = QuantitiesOf(text, sentence);
  ASSERT_EQ(values.size(), 1u);
  EXPECT_EQ(values[0].unit, "dog");
  EXPECT_EQ(values[0].span.head, 3u);
}

TEST(QuantitiesTest, WhatOnlyPeopleSufferCountsPeople) {
  const std::string text = "More than 200 were detained";
  Sentence sentence = OneSentence(text);
  ASSERT_EQ(sentence.tokens.size(), 5u);
  for (const char* verb : {"detain", "damage"}) {
    sentence.tokens[2].rel = Rel::kNsubjPass;
    sentence.tokens[2].head = 4;
    sentence.tokens[4].pos = Pos::kVerb;
    sentence.tokens[4].lemma = verb;
    const std::vector<Value> values = QuantitiesOf(text, sentence);
    ASSERT_EQ(values.size(), 1u);
    EXPECT_EQ(values[0].unit, std::string(verb) == "detain" ? "people" : "");
  }
}

}  // namespace
}  // namespace pith::compiler
