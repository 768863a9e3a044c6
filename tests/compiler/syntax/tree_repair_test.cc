#include "tools/compiler/syntax/tree_repair.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/tree/tree.h"

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

// Whatever a parser says, a tree stays a tree.
TEST(TreeRepairTest, RandomTreesStayTrees) {
  std::mt19937 random(5);
  const std::vector<std::string> words = {"police",    "and", "was",    "that", "to", "ask", "monday",
                                          "statement", ",",   "with",   "two",  "in", "who", "were",
                                          "a",         "his", "burned", "give", "of"};
  const std::vector<Pos> parts = {Pos::kNoun, Pos::kVerb, Pos::kPropn, Pos::kNum, Pos::kAux, Pos::kPunct, Pos::kPron};
  const std::vector<Rel> rels = {Rel::kNsubj, Rel::kNsubjPass, Rel::kObj,       Rel::kIobj, Rel::kObl,   Rel::kConj,
                                 Rel::kCc,    Rel::kMark,      Rel::kCase,      Rel::kAux,  Rel::kAcl,   Rel::kAclRelcl,
                                 Rel::kCcomp, Rel::kAdvcl,     Rel::kParataxis, Rel::kAmod, Rel::kXcomp, Rel::kNmod};
  for (int round = 0; round < 20000; ++round) {
    Sentence sentence;
    const auto size = static_cast<int>(2 + random() % 9);
    for (int i = 0; i < size; ++i) {
      Token token;
      token.folded = token.lemma = words[random() % words.size()];
      token.pos = parts[random() % parts.size()];
      token.rel = rels[random() % rels.size()];
      sentence.tokens.push_back(token);
    }
    // A random order in which each word hangs on one before it.
    std::vector<int> order(sentence.tokens.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    for (size_t k = 0; k < order.size(); ++k) {
      Token& token = sentence.tokens[static_cast<size_t>(order[k])];
      token.head = k == 0 ? -1 : order[random() % k];
      if (k == 0) token.rel = Rel::kRoot;
    }
    RepairTree(&sentence);
    const Tree tree(sentence);
    ASSERT_EQ(tree.root(), order[0]);
    for (int i = 0; i < tree.size(); ++i) ASSERT_TRUE(tree.Under(i, tree.root())) << "round " << round;
  }
}

}  // namespace
}  // namespace pith::compiler
