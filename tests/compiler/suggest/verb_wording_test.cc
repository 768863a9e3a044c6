#include "tools/compiler/suggest/verb_wording.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"

namespace pith::compiler {
namespace {

// Expectations: `one: 3 = front | rest | singular` says how the verb that is token 3 (from 1) is worded with a singular
// subject, `many: 3 = front | rest | whole` with a plural one; `none` where it must not be asked of.
TEST(VerbWording, AsWritten) {
  for (WrittenCase& written : ReadCases("verb_wording.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    const SentenceReading reading(written.analysis, 0);
    for (const auto& [key, text] : written.expectations) {
      const std::pair<std::string, std::string> sides = absl::StrSplit(text, " = ");
      int verb = 0;
      ASSERT_TRUE(absl::SimpleAtoi(sides.first, &verb)) << text;
      const bool plural = key == "many";
      const std::optional<VerbWording> found = WordVerb(reading, TestLanguage(), verb - 1, plural);
      EXPECT_EQ(found ? absl::StrCat(found->front, " | ", found->rest, " | ", plural ? found->whole : found->singular)
                      : "none",
                sides.second)
          << key << ": " << text;
    }
  }
}

TEST(VerbWording, ThirdPersonAndForms) {
  EXPECT_EQ(ThirdPerson("build"), "builds");
  EXPECT_EQ(ThirdPerson("carry"), "carries");
  EXPECT_EQ(ThirdPerson("play"), "plays");
  EXPECT_EQ(ThirdPerson("teach"), "teaches");
  EXPECT_EQ(ThirdPerson("have"), "has");
  EXPECT_EQ(ThirdPerson("go"), "goes");
  for (const auto& [form, lemma] : std::vector<std::pair<const char*, const char*>>{{"built", "build"},
                                                                                    {"went", "go"},
                                                                                    {"carried", "carry"},
                                                                                    {"planned", "plan"},
                                                                                    {"moved", "move"},
                                                                                    {"walked", "walk"},
                                                                                    {"found", "find"},
                                                                                    {"founded", "found"},
                                                                                    {"teaches", "teach"}}) {
    EXPECT_TRUE(IsFormOf(form, lemma)) << form;
  }
  for (const auto& [form, lemma] : std::vector<std::pair<const char*, const char*>>{
           {"went", "want"}, {"found", "foun"}, {"built", "built"}, {"walked", "wal"}, {"", "go"}, {"Été", "go"}}) {
    EXPECT_EQ(IsFormOf(form, lemma), std::string(form) == lemma) << form;
  }
}

}  // namespace
}  // namespace pith::compiler
