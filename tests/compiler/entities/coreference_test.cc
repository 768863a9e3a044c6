#include "tools/compiler/entities/coreference.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/entities/entities.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

// "2 she" -> the name or the phrase that it was resolved to; empty: unresolved.
std::string NameBehind(const Analysis& analysis, const std::string& place) {
  for (const Mention& mention : analysis.mentions) {
    if (!mention.named && absl::StrCat(mention.span.sentence + 1, " ", TextOf(analysis, mention.span)) == place) {
      return analysis.entities[mention.entity].name;
    }
  }
  for (const Anaphor& anaphor : analysis.anaphors) {
    const Span span = {anaphor.sentence, anaphor.token, anaphor.token + 1, anaphor.token};
    if (absl::StrCat(anaphor.sentence + 1, " ", TextOf(analysis, span)) == place) return anaphor.phrase;
  }
  return "";
}

TEST(References, ResolvedAsWritten) {
  for (WrittenCase& written : ReadCases("coreference.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindEntities(&written.analysis, TestLanguage());
    ResolveReferences(&written.analysis, TestLanguage());
    for (const auto& [key, text] : written.expectations) {
      if (key == "unresolved") {
        EXPECT_EQ(NameBehind(written.analysis, text), "") << text;
      } else {
        const size_t sign = text.find(" = ");
        ASSERT_NE(sign, std::string::npos) << text;
        EXPECT_EQ(NameBehind(written.analysis, text.substr(0, sign)), text.substr(sign + 3)) << text;
      }
    }
  }
}

TEST(References, KeepMentionsInOrder) {
  for (WrittenCase& written : ReadCases("coreference.txt")) {
    FindEntities(&written.analysis, TestLanguage());
    ResolveReferences(&written.analysis, TestLanguage());
    uint64_t last = 0;
    for (const Mention& mention : written.analysis.mentions) {
      const uint64_t at = (uint64_t{mention.span.sentence} << 32) | mention.span.first;
      EXPECT_LE(last, at);
      last = at + 1;
    }
  }
}

}  // namespace
}  // namespace pith::compiler
