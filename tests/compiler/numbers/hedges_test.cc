#include "tools/compiler/numbers/hedges.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/models/labels.h"

namespace pith::compiler {
namespace {

TEST(HedgesTest, Cases) {
  for (const TextCase& c : ReadTextCases("hedges.txt")) {
    const Sentence sentence = OneSentence(c.text);
    uint32_t number = 0;
    while (number < sentence.tokens.size() && sentence.tokens[number].folded != "5") ++number;
    ASSERT_LT(number, sentence.tokens.size()) << "line " << c.line;
    std::vector<std::string> found;
    for (const HedgeWords& hedge : {HedgeBefore(sentence.tokens, number), HedgeBehind(sentence.tokens, number + 1)}) {
      if (hedge.first == hedge.last) {
        EXPECT_EQ(hedge.hedge, Hedge::kExact) << "line " << c.line;
        continue;
      }
      const uint32_t begin = sentence.tokens[hedge.first].begin, end = sentence.tokens[hedge.last - 1].end;
      found.push_back(absl::StrCat(c.text.substr(begin, end - begin), " = ", HedgeName(hedge.hedge)));
    }
    EXPECT_EQ(found, c.expected) << "line " << c.line << ": " << c.text;
  }
}

TEST(HedgesTest, NothingAtTheEdges) {
  const Sentence sentence = OneSentence("5");
  EXPECT_EQ(HedgeBefore(sentence.tokens, 0).first, 0u);
  EXPECT_EQ(HedgeBehind(sentence.tokens, 1).last, 1u);
}

}  // namespace
}  // namespace pith::compiler
