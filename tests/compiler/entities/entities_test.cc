#include "tools/compiler/entities/entities.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

std::string Shown(const Entity& entity) {
  std::string text = absl::StrCat(entity.name, " = ", NameTypeName(entity.type));
  for (const std::string& alias : entity.aliases) absl::StrAppend(&text, " | ", alias);
  return text;
}

TEST(Entities, GatheredAsWritten) {
  for (WrittenCase& written : ReadCases("entities.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindEntities(&written.analysis, TestLanguage());
    std::vector<std::string> found, expected;
    for (const Entity& entity : written.analysis.entities) found.push_back(Shown(entity));
    for (const auto& [key, text] : written.expectations) expected.push_back(text);
    EXPECT_EQ(found, expected);
  }
}

TEST(Entities, MentionsAreOrderedAndSayTheName) {
  for (WrittenCase& written : ReadCases("entities.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindEntities(&written.analysis, TestLanguage());
    uint64_t last = 0;
    for (const Mention& mention : written.analysis.mentions) {
      const uint64_t at = (uint64_t{mention.span.sentence} << 32) | mention.span.first;
      EXPECT_LE(last, at);
      last = at + 1;
      const Entity& entity = written.analysis.entities[mention.entity];
      const std::string text = TextOf(written.analysis, mention.span);
      bool known = text == entity.name;
      for (const std::string& alias : entity.aliases) known = known || text == alias;
      EXPECT_TRUE(known) << text;
      EXPECT_TRUE(mention.named);
    }
  }
}

}  // namespace
}  // namespace pith::compiler
