#include "tools/compiler/facts/claims.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"

namespace pith::compiler {
namespace {

TEST(Claims, FoundAsWritten) {
  for (WrittenCase& written : ReadCases("claims.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    Analysis& analysis = written.analysis;
    FindEntities(&analysis, TestLanguage());
    ResolveReferences(&analysis, TestLanguage());
    FindClaims(&analysis);
    std::vector<std::string> found, expected;
    for (const Claim& claim : analysis.claims) {
      found.push_back(
          absl::StrCat(claim.speaker, " = ", analysis.article.text.substr(claim.begin, claim.end - claim.begin)));
    }
    for (const auto& [key, text] : written.expectations) expected.push_back(text);
    EXPECT_EQ(found, expected);
  }
}

}  // namespace
}  // namespace pith::compiler
