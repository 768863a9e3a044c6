#include "tools/compiler/dateline.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace pith::compiler {
namespace {

// The dateline's tokens of a sentence whose tokens stand apart.
size_t EndIn(const std::string& text) {
  std::vector<Token> tokens;
  uint32_t at = 0;
  for (absl::string_view word : absl::StrSplit(text, ' ')) {
    Token token;
    token.begin = at;
    token.end = at + static_cast<uint32_t>(word.size());
    token.folded = absl::AsciiStrToLower(word);
    tokens.push_back(token);
    at = token.end + 1;
  }
  return DatelineEnd(text, tokens);
}

TEST(Dateline, EndsBehindItsDash) {
  EXPECT_EQ(EndIn("LIMA , 4 October - A frog has turned up ."), 5u);
  EXPECT_EQ(EndIn("PORTO VATHI , Friday - A fire broke out ."), 5u);
  EXPECT_EQ(EndIn("ST. JOHN , 4 October 2018 - Nobody was hurt ."), 7u);
}

TEST(Dateline, IsInCapitalsAndNamesADay) {
  EXPECT_EQ(EndIn("Lima , 4 October - A frog has turned up ."), 0u);
  EXPECT_EQ(EndIn("UNESCO , which has 194 members - none of them small - met ."), 0u);
  EXPECT_EQ(EndIn("A , 4 October - the first of three ."), 0u);
  EXPECT_EQ(EndIn("LIMA , 4 October"), 0u);
  EXPECT_EQ(EndIn("LIMA"), 0u);
  EXPECT_EQ(EndIn("LIMA in October , when it rains - a little - every day ."), 0u);
}

}  // namespace
}  // namespace pith::compiler
