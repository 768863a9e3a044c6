#include "tools/compiler/tree/phrases.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/write/written.h"

namespace pith::compiler {
namespace {

TokenRange Cut(Phrases& phrases, const std::string& cut, int head) {
  if (cut == "clause") return phrases.Clause(head, false);
  if (cut == "predicate") return phrases.Predicate(head, false);
  if (cut == "unmarked") return phrases.WithoutMarker(phrases.Clause(head, false), head);
  const std::map<std::string, uint32_t> takes = {
      {"base", kTakeNothing},
      {"nominals", kTakeNominals},
      {"first", kTakeFirstNominal},
      {"case", kTakeNominals | kTakeCase},
      {"appositions", kTakeNominals | kTakeAppositions},
      {"clauses", kTakeNominals | kTakeClauses},
      {"relatives", kTakeNominals | kTakeClauses | kTakeRelatives},
  };
  return phrases.Nominal(head, takes.at(cut));
}

TEST(Phrases, CutAsWritten) {
  for (const WrittenCase& written : ReadCases("phrases.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    const Tree tree(written.analysis.sentences.front());
    Phrases phrases(tree);
    for (const auto& [key, words] : written.expectations) {
      const std::pair<std::string, std::string> halves = absl::StrSplit(key, ' ');
      int head = 0;
      ASSERT_TRUE(absl::SimpleAtoi(halves.second, &head)) << key;
      const TokenRange range = Cut(phrases, halves.first, head - 1);
      const Span span = {0, static_cast<uint32_t>(range.first), static_cast<uint32_t>(range.last), 0};
      EXPECT_EQ(TextOf(written.analysis, span), words) << key;
      EXPECT_EQ(phrases.HeadOf(range), head - 1) << key;
    }
  }
}

}  // namespace
}  // namespace pith::compiler
