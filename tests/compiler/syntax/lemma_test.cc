#include "tools/compiler/syntax/lemma.h"

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "engine/language/fold.h"
#include "tests/compiler/model_sentences.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/syntax/parser.h"

namespace pith::compiler {
namespace {

// Lines of cases/lemma.txt: word | sentence | dictionary form of the word's first occurrence.
TEST(LemmaTest, Cases) {
  std::ifstream in(PITH_TEST_DATA "/compiler/cases/lemma.txt");
  int cases = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields = absl::StrSplit(line, '|');
    ASSERT_EQ(fields.size(), 3u) << line;
    for (std::string& field : fields) absl::StripAsciiWhitespace(&field);
    Sentence sentence = SentenceOf(fields[1]);
    AnalyzeSyntax(EnglishModels(), fields[1], sentence);
    bool found = false;
    for (const Token& token : sentence.tokens) {
      if (token.folded != fields[0] || found) continue;
      found = true;
      EXPECT_EQ(token.lemma, fields[2]) << line;
    }
    EXPECT_TRUE(found) << line;
    ++cases;
  }
  EXPECT_GT(cases, 10);
}

TEST(LemmaTest, NeverEmpty) {
  for (int tag = 0; tag < static_cast<int>(EnglishModels().syntax().tags().size()); ++tag) {
    for (const char* word : {"s", "es", "ing", "ed", "x"}) {
      EXPECT_FALSE(Lemma(EnglishModels(), word, tag).empty()) << word << " " << tag;
    }
  }
}

TEST(LemmaTest, CutsNoCharacter) {
  for (int tag = 0; tag < static_cast<int>(EnglishModels().syntax().tags().size()); ++tag) {
    for (const std::string word : {"β", "绍", "リ", "né", "ß", "😀"}) {
      const std::string lemma = Lemma(EnglishModels(), word, tag);
      EXPECT_TRUE(IsValidUtf8(AsBytes(lemma), nullptr)) << word;
    }
  }
}

TEST(LemmaTest, WithoutAModelTheWordItself) { EXPECT_EQ(Lemma(Models(), "mice", 0), "mice"); }

}  // namespace
}  // namespace pith::compiler
