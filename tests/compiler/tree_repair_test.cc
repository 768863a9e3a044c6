#include "tools/compiler/tree_repair.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/written.h"
#include "tools/compiler/labels.h"
#include "tools/compiler/tree.h"

namespace pith::compiler {
namespace {

// "mend 3 xcomp" of every word whose head or relation is another now.
std::vector<std::string> Changes(const Article& article, const Sentence& before, const Sentence& after) {
  std::vector<std::string> changes;
  for (size_t i = 0; i < after.tokens.size(); ++i) {
    const Token& token = after.tokens[i];
    if (token.head == before.tokens[i].head && token.rel == before.tokens[i].rel) continue;
    changes.push_back(absl::StrCat(TextOf(article, token), " ", token.head + 1, " ", RelName(token.rel)));
  }
  return changes;
}

TEST(TreeRepairTest, Cases) {
  for (const WrittenCase& written : ReadCases("tree_repair.txt")) {
    SCOPED_TRACE(absl::StrCat("tree_repair.txt:", written.line));
    std::vector<std::string> expected, found;
    for (const auto& [key, text] : written.expectations) {
      ASSERT_EQ(key, "becomes");
      expected.push_back(text);
    }
    for (const Sentence& before : written.analysis.sentences) {
      Sentence after = before;
      RepairTree(&after);
      for (const std::string& change : Changes(written.analysis.article, before, after)) found.push_back(change);
      const Tree tree(after);
      for (int i = 0; i < tree.size(); ++i) EXPECT_TRUE(tree.Under(i, tree.root())) << "word " << i + 1 << " is lost";
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected);
  }
}

}  // namespace
}  // namespace pith::compiler
