#include "tools/compiler/tree/tree.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/compiler/write/written.h"

namespace pith::compiler {
namespace {

// 0 The 1 old 2 mill 3 , 4 a 5 ruin 6 , 7 that 8 Ana 9 bought 10 in 11 Lume 12 and 13 the 14 barn 15 were 16 not
// 17 burned 18 by 19 " 20 bandits 21 " 22 .
class TreeTest : public ::testing::Test {
 protected:
  TreeTest() : analysis_(ReadCases("tree.txt").front().analysis), tree_(analysis_.sentences.front()) {}

  std::string Text(const std::vector<int>& tokens) const {
    return TextOf(analysis_.article, analysis_.sentences.front(), tokens);
  }

  Analysis analysis_;
  Tree tree_;
};

TEST_F(TreeTest, ChildrenAndSubtrees) {
  EXPECT_EQ(tree_.root(), 17);
  EXPECT_EQ(tree_.Child(17, Rel::kNsubjPass), 2);
  EXPECT_EQ(tree_.Child(17, Rel::kObj), -1);
  EXPECT_EQ(tree_.Children(17, {Rel::kNsubjPass, Rel::kOblAgent}), (std::vector<int>{2, 20}));
  EXPECT_EQ(tree_.SubtreeBegin(2), 0);
  EXPECT_EQ(tree_.SubtreeEnd(2), 15);
  EXPECT_TRUE(tree_.Under(11, 2));
  EXPECT_TRUE(tree_.Under(2, 2));
  EXPECT_FALSE(tree_.Under(2, 11));
  EXPECT_EQ(tree_.Conjuncts(2), (std::vector<int>{2, 14}));
}

TEST_F(TreeTest, OutsideTheSentenceThereIsATokenThatIsNothing) {
  for (const int i : {-1, tree_.size(), -1000000, 1000000}) {
    EXPECT_EQ(tree_[i].folded, "");
    EXPECT_EQ(tree_[i].head, -1);
    EXPECT_TRUE(tree_.children(i).empty());
    EXPECT_EQ(tree_.Child(i, Rel::kNsubj), -1);
    EXPECT_EQ(tree_.SubtreeBegin(i), tree_.SubtreeEnd(i));
    EXPECT_FALSE(tree_.Under(i, 2));
    EXPECT_FALSE(tree_.IsClause(i));
    EXPECT_EQ(tree_.CaseOf(i), "");
    EXPECT_EQ(Text(tree_.Yield(i)), "");
  }
  EXPECT_EQ(Text({-1, 1, 2, tree_.size()}), "old mill");
}

TEST_F(TreeTest, YieldLeavesOutWhatIsNamed) {
  EXPECT_EQ(Text(tree_.Yield(2)), "The old mill, a ruin, that Ana bought in Lume and the barn");
  EXPECT_EQ(Text(tree_.Yield(2, kDropRelatives)), "The old mill, a ruin, and the barn");
  EXPECT_EQ(Text(tree_.Yield(2, kNounPhrase | kDropConjuncts)), "The old mill");
  EXPECT_EQ(Text(tree_.Yield(2, kNounPhrase | kDropConjuncts | kDropDeterminer)), "old mill");
  EXPECT_EQ(Text(tree_.Yield(14, kDropCase)), "the barn");
}

TEST_F(TreeTest, YieldStripsMarksAroundThePhrase) {
  EXPECT_EQ(Text(tree_.Yield(20, kDropCase)), "bandits");
  EXPECT_EQ(Text(tree_.Yield(5)), "a ruin");
}

TEST_F(TreeTest, Clauses) {
  EXPECT_TRUE(tree_.IsClause(9));
  EXPECT_FALSE(tree_.IsClause(2));
  EXPECT_TRUE(tree_.IsPassive(17));
  EXPECT_FALSE(tree_.IsPassive(9));
  EXPECT_TRUE(tree_.IsNegated(17));
  EXPECT_FALSE(tree_.IsNegated(9));
  EXPECT_EQ(tree_.CaseOf(20), "by");
  EXPECT_EQ(tree_.CaseOf(2), "");
  EXPECT_EQ(tree_.MarkOf(9), "that");
}

TEST(Tree, SurvivesTreesThatAreNone) {
  Sentence empty;
  EXPECT_EQ(Tree(empty).root(), -1);
  // Two words that hang on each other, and one on a word that does not exist.
  Sentence broken;
  broken.tokens.resize(4);
  broken.tokens[0].head = 1;
  broken.tokens[1].head = 0;
  broken.tokens[2].head = 9;
  broken.tokens[3].head = 2;
  const Tree tree(broken);
  EXPECT_EQ(tree.root(), 2);
  EXPECT_FALSE(tree.Under(0, 2));
  EXPECT_LE(tree.Yield(0).size(), 8u);
}

TEST(PersonNounTest, IsSingular) {
  Token token;
  token.pos = Pos::kNoun;
  token.folded = token.lemma = "teacher";
  EXPECT_TRUE(IsPersonNoun(token));
  token.folded = "teachers";
  EXPECT_FALSE(IsPersonNoun(token));
  token.folded = token.lemma = "bridge";
  EXPECT_FALSE(IsPersonNoun(token));
}

}  // namespace
}  // namespace pith::compiler
