#include "tools/compiler/tree/reality.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/model_sentences.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/syntax/parser.h"

namespace pith::compiler {
namespace {

// Each case: a sentence, and what it says of the phrases that some of its words head, by the committed parser.
TEST(RealityTest, Cases) {
  static constexpr const char* kNames[] = {"stated", "negated", "planned", "possible", "denied", "failed", "asked"};
  static_assert(std::size(kNames) == kRealityCount, "a name for each");
  for (const TextCase& c : ReadTextCases("reality.txt")) {
    Sentence sentence = OneSentence(c.text);
    AnalyzeSyntax(EnglishModels(), c.text, sentence);
    const Tree tree(sentence);
    for (const std::string& expected : c.expected) {
      const std::vector<std::string> sides = absl::StrSplit(expected, " = ");
      ASSERT_EQ(sides.size(), 2u) << expected;
      int head = 0;
      while (tree.Contains(head) && tree[head].folded != absl::AsciiStrToLower(sides[0])) ++head;
      ASSERT_TRUE(tree.Contains(head)) << expected;
      const int reality = static_cast<int>(RealityOf(tree, head, head));
      EXPECT_EQ(absl::StrCat(sides[0], " = ", kNames[reality]), expected) << "line " << c.line << ": " << c.text;
    }
  }
}

TEST(RealityTest, OfNothing) {
  const Sentence none;
  EXPECT_EQ(RealityOf(Tree(none), 0, 0), Reality::kStated);
  EXPECT_EQ(RealityOf(Tree(none), -1, -1), Reality::kStated);
}

}  // namespace
}  // namespace pith::compiler
