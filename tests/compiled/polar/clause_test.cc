// The cases of tests/compiled/cases/clause.txt: which clause is compared with a yes/no question, and what it settles.

#include "engine/polar/clause.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/find/match.h"
#include "engine/rank/scan.h"
#include "tests/support/asking.h"
#include "tests/support/text_cases.h"

namespace pith::testing {
namespace {

// The verdict on the first sentence of a part, as the cases have it.
std::vector<std::string> VerdictOn(const Part& part, const std::string& question) {
  Query query;
  EXPECT_EQ(ReadQuery(TestLanguage(), AsBytes(question), &query), PITH_OK) << question;
  const auto matches = std::make_unique<Matches>();
  FindAllMatches(part, &query, matches.get());
  const auto scan = std::make_unique<Scan>();
  ScanSentence(part, 0, 0, query, *matches, scan.get());
  const ClauseVerdict verdict = BestClause(TestLanguage(), part, query, *scan, WordClasses(TestLanguage()));
  const std::string verb = verdict.verb == kNoToken ? "-" : AsString(scan->TextOf(part, verdict.verb));
  const char* const polarity = verdict.polarity == PITH_YES ? "yes" : verdict.polarity == PITH_NO ? "no" : "open";
  return {verb, polarity, verdict.whole ? "whole" : "part"};
}

TEST(ClauseTest, Cases) {
  const std::vector<TextCase> cases = ReadTextCases("clause.txt", 4);
  EXPECT_GT(cases.size(), 8u);
  for (const TextCase& c : cases) {
    const std::string bytes = Compiled("case", c.text).bytes;
    Part part;
    ASSERT_TRUE(part.Open(AsBytes(bytes)));
    std::vector<std::string> got = VerdictOn(part, c.fields[0]);
    got.insert(got.begin(), c.fields[0]);
    EXPECT_EQ(got, c.fields) << "line " << c.line;
  }
}

}  // namespace
}  // namespace pith::testing
