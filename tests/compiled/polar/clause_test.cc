// The cases of tests/compiled/cases/clause.txt: which clause is compared with a yes/no question, and what it settles.

#include "engine/polar/clause.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>

#include "engine/find/match.h"
#include "engine/rank/scan.h"
#include "tests/support/asking.h"

namespace pith::testing {
namespace {

// The verdict on the first sentence of a part, as a line of the cases has it.
std::string VerdictOn(const Part& part, const std::string& question) {
  Query query;
  EXPECT_EQ(ReadQuery(TestLanguage(), AsBytes(question), &query), PITH_OK) << question;
  const auto matches = std::make_unique<Matches>();
  FindMatches(TestLanguage(), part, query, matches.get());
  const auto scan = std::make_unique<Scan>();
  ScanSentence(part, 0, 0, query, *matches, scan.get());
  const ClauseVerdict verdict = BestClause(TestLanguage(), part, query, *scan, WordClasses(TestLanguage()));
  const std::string verb = verdict.verb == kNoToken ? "-" : AsString(scan->TextOf(part, verdict.verb));
  const char* const polarity = verdict.polarity == PITH_YES ? "yes" : verdict.polarity == PITH_NO ? "no" : "open";
  return verb + " | " + polarity + " | " + (verdict.whole ? "whole" : "part");
}

TEST(ClauseTest, Cases) {
  std::ifstream in(std::string(PITH_TEST_DATA) + "/compiled/cases/clause.txt");
  std::string bytes;
  Part part;
  int number = 0, cases = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '=') {
      bytes = Compiled("case", line.substr(2)).bytes;
      ASSERT_TRUE(part.Open(AsBytes(bytes)));
      continue;
    }
    const size_t end = line.find(" | ");
    ASSERT_NE(end, std::string::npos) << "line " << number;
    EXPECT_EQ(VerdictOn(part, line.substr(0, end)), line.substr(end + 3)) << "line " << number << ": " << line;
    ++cases;
  }
  EXPECT_GT(cases, 8);
}

}  // namespace
}  // namespace pith::testing
