#include "tools/compiler/text/dateline.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace pith::compiler {
namespace {

Sentence SentenceApart(const std::string& text) {
  Sentence sentence;
  uint32_t at = 0;
  for (absl::string_view word : absl::StrSplit(text, ' ')) {
    Token token;
    token.begin = at;
    token.end = at + static_cast<uint32_t>(word.size());
    token.folded = absl::AsciiStrToLower(word);
    sentence.tokens.push_back(token);
    at = token.end + 1;
  }
  return sentence;
}

// The dateline's tokens of a sentence whose tokens stand apart.
uint32_t EndIn(const std::string& text) { return DatelineEnd(text, SentenceApart(text)); }

TEST(Dateline, EndsBehindItsDash) {
  EXPECT_EQ(EndIn("LIMA , 4 October - A frog has turned up ."), 5u);
  EXPECT_EQ(EndIn("PORTO VATHI , Friday - A fire broke out ."), 5u);
  EXPECT_EQ(EndIn("ST. JOHN , 4 October 2018 - Nobody was hurt ."), 7u);
  EXPECT_EQ(EndIn("LIMA , Peru , 4 October – Nobody was hurt ."), 7u);
  EXPECT_EQ(EndIn("ŁÓDŹ , 17 August - Nobody was hurt ."), 5u);
}

TEST(Dateline, IsInCapitalsAndNamesADay) {
  EXPECT_EQ(EndIn("Lima , 4 October - A frog has turned up ."), 0u);
  EXPECT_EQ(EndIn("A , 4 October - the first of three ."), 0u);
  EXPECT_EQ(EndIn("LIMA , Peru - the first of three ."), 0u);
  EXPECT_EQ(EndIn("LIMA , 4 October"), 0u);
  EXPECT_EQ(EndIn("LIMA"), 0u);
  EXPECT_EQ(EndIn(""), 0u);
}

TEST(Dateline, HasNothingElseBeforeItsDash) {
  EXPECT_EQ(EndIn("UNESCO , which may - if asked - help ."), 0u);
  EXPECT_EQ(EndIn("NASA , in May 1961 - three weeks later - flew ."), 0u);
  EXPECT_EQ(EndIn("LIMA , founded in January - by whom ? - grew ."), 0u);
}

TEST(Dateline, IsNoRangeAndNoHeadline) {
  EXPECT_EQ(EndIn("OPEN , Monday – Friday , 9 to 5 but closed on holidays ."), 0u);
  EXPECT_EQ(EndIn("WORLD WAR I , July 1914 – November 1918 was long ."), 0u);
  EXPECT_EQ(EndIn("WAR , 4 October - 6 November and later ."), 0u);
  EXPECT_EQ(EndIn("FIRE , JULY 4 - 3 DEAD"), 0u);
  Sentence heading = SentenceApart("LIMA , 4 October - A frog");
  heading.heading = true;
  EXPECT_EQ(DatelineEnd("LIMA , 4 October - A frog", heading), 0u);
}

bool NamesYearIn(const std::string& text) {
  Sentence sentence = SentenceApart(text);
  sentence.dateline = DatelineEnd(text, sentence);
  return DatelineNamesYear(sentence);
}

TEST(Dateline, MayNameItsYear) {
  EXPECT_TRUE(NamesYearIn("LIMA , 4 October 2018 - A frog"));
  EXPECT_FALSE(NamesYearIn("LIMA , 4 October - In 2018 a frog"));
}

}  // namespace
}  // namespace pith::compiler
