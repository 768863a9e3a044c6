#include "tools/compiler/syntax/parser.h"

#include <string>
#include <vector>

#include "tests/compiler/model_sentences.h"

namespace pith::compiler {
namespace {

// One root, every head inside, and every word reaches the root.
void ExpectTree(const std::vector<Token>& tokens) {
  int roots = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head < 0) {
      ++roots;
      EXPECT_EQ(tokens[i].rel, Rel::kRoot);
    } else {
      EXPECT_NE(tokens[i].rel, Rel::kRoot);
    }
    size_t steps = 0;
    for (int at = static_cast<int>(i); at >= 0 && steps <= tokens.size(); ++steps) {
      ASSERT_LT(at, static_cast<int>(tokens.size()));
      at = tokens[static_cast<size_t>(at)].head;
    }
    EXPECT_LE(steps, tokens.size()) << "a cycle at word " << i;
  }
  EXPECT_EQ(roots, tokens.empty() ? 0 : 1);
}

std::vector<Token> ParseText(const std::string& text) {
  Sentence sentence = SentenceOf(text);
  AnalyzeSyntax(EnglishModels(), text, sentence);
  return sentence.tokens;
}

TEST(ParserTest, FindsWhoDidWhatToWhomWhere) {
  const std::vector<Token> tokens = ParseText("The committee praised the young engineers in Geneva .");
  ExpectTree(tokens);
  EXPECT_EQ(tokens[2].head, -1);
  EXPECT_EQ(tokens[1].head, 2);
  EXPECT_EQ(tokens[1].rel, Rel::kNsubj);
  EXPECT_EQ(tokens[5].head, 2);
  EXPECT_EQ(tokens[5].rel, Rel::kObj);
  EXPECT_EQ(tokens[4].rel, Rel::kAmod);
  EXPECT_EQ(tokens[6].head, 7);
  EXPECT_EQ(tokens[6].rel, Rel::kCase);
}

TEST(ParserTest, FindsThePassive) {
  const std::vector<Token> tokens = ParseText("The bridge was built by Roman soldiers .");
  ExpectTree(tokens);
  EXPECT_EQ(tokens[1].rel, Rel::kNsubjPass);
  EXPECT_EQ(tokens[2].rel, Rel::kAuxPass);
  EXPECT_EQ(tokens[6].rel, Rel::kOblAgent);
  EXPECT_EQ(tokens[6].head, 3);
}

TEST(ParserTest, TypographicMarksChangeNothing) {
  const std::vector<Token> plain = ParseText("\" The mayor 's plan failed , \" she said .");
  const std::vector<Token> fine = ParseText("“ The mayor ’s plan failed , ” she said .");
  ASSERT_EQ(plain.size(), fine.size());
  for (size_t i = 0; i < plain.size(); ++i) {
    EXPECT_EQ(plain[i].head, fine[i].head);
    EXPECT_EQ(plain[i].rel, fine[i].rel);
  }
}

TEST(ParserTest, ADatelineDoesNothing) {
  const std::vector<Token> tokens = ParseText("LIMA , 4 October - The fire destroyed 40 houses .");
  ExpectTree(tokens);
  EXPECT_EQ(tokens[6].rel, Rel::kNsubj);
  EXPECT_EQ(tokens[7].rel, Rel::kRoot);
  EXPECT_EQ(tokens[0].head, 7);
  EXPECT_EQ(tokens[0].rel, Rel::kDiscourse);
  ExpectTree(ParseText("LIMA , 4 October -"));
}

TEST(ParserTest, AlwaysATree) {
  const char* const pieces[] = {"of", "the", ",", "Ivan", "(", "went", "\xff", "12", "--", "and", "😀", "THAT"};
  uint32_t state = 7;
  for (const int size : {0, 1, 2, 3, 5, 17, 60, 250, 1000}) {
    std::string text;
    for (int i = 0; i < size; ++i) {
      state = state * 1664525 + 1013904223;
      text += (i > 0 ? " " : "") + std::string(pieces[(state >> 16) % 12]);
    }
    const std::vector<Token> tokens = ParseText(text);
    ASSERT_EQ(tokens.size(), static_cast<size_t>(size));
    ExpectTree(tokens);
  }
}

TEST(ParserTest, WithoutAModelStillATree) {
  const std::string text = "one two three four";
  Sentence sentence = SentenceOf(text);
  AnalyzeSyntax(Models(), text, sentence);
  ExpectTree(sentence.tokens);
  EXPECT_EQ(sentence.tokens[2].lemma, "three");
}

}  // namespace
}  // namespace pith::compiler
