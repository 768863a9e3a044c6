#include "tools/compiler/suggest/wording.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"

namespace pith::compiler {
namespace {

std::string Shown(const std::optional<Wording>& words) {
  if (!words) return "none";
  return absl::StrCat(words->text, words->named ? " | named" : "", words->open ? " | open" : "",
                      words->described ? " | described" : "", words->resolved ? " | resolved" : "");
}

// Expectations about the last sentence: `phrase: bridge = the Lume Bridge | named` says how the noun phrase headed by
// "bridge" is worded, then what is true of it; `none` where no question may hold it.
TEST(Wording, AsWritten) {
  for (WrittenCase& written : ReadCases("wording.txt")) {
    FindEntities(&written.analysis, TestLanguage());
    ResolveReferences(&written.analysis, TestLanguage());
    const SentenceReading reading(written.analysis, static_cast<uint32_t>(written.analysis.sentences.size() - 1));
    const Tree& tree = reading.tree();
    for (const auto& [key, text] : written.expectations) {
      SCOPED_TRACE(absl::StrCat("case of line ", written.line, ", ", key, ": ", text));
      const std::vector<std::string> sides = absl::StrSplit(text, " = ");
      ASSERT_EQ(sides.size(), 2u);
      int head = 0;
      while (head < tree.size() && tree[head].folded != sides[0]) ++head;
      ASSERT_LT(head, tree.size()) << "no such word";
      if (key == "plural") {
        EXPECT_EQ(IsPlural(tree, head) ? "yes" : "no", sides[1]);
      } else if (key == "person") {
        EXPECT_EQ(IsPersonal(reading, TestLanguage(), head) ? "yes" : "no", sides[1]);
      } else {
        ASSERT_EQ(key, "phrase");
        EXPECT_EQ(Shown(WordPhrase(reading, reading.Phrase(head, kBarePhrase), head)), sides[1]);
      }
    }
  }
}

// "women 40 and older": the noun stands before its number, and nothing of the phrase behind it.
TEST(Wording, APhraseWithoutWordsHasNone) {
  for (WrittenCase& written : ReadCases("wording.txt")) {
    const SentenceReading reading(written.analysis, 0);
    EXPECT_FALSE(WordPhrase(reading, {}, 0).has_value());
    break;
  }
}

TEST(Wording, MeasuresAreNotCounted) {
  for (const char* lemma : {"kilometre", "week", "percent"}) EXPECT_TRUE(IsMeasure(TestLanguage(), lemma)) << lemma;
  for (const char* lemma : {"bridge", "painter", "xyzzy"}) EXPECT_FALSE(IsMeasure(TestLanguage(), lemma)) << lemma;
}

}  // namespace
}  // namespace pith::compiler
