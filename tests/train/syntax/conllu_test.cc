#include "tools/train/syntax/conllu.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"

namespace pith::compiler {
namespace {

// A line of ten fields: number, form, part of speech, treebank tag, head, relation and the last.
std::string Line(const std::string& id, const std::string& form, const std::string& pos, const std::string& head,
                 const std::string& relation, const std::string& misc = "_") {
  return absl::StrJoin({id, form, std::string("_"), pos, std::string("T"), std::string("_"), head, relation,
                        std::string("_"), misc},
                       "\t") +
         "\n";
}

absl::StatusOr<std::vector<GoldSentence>> Read(const std::string& text) {
  const std::string path = ::testing::TempDir() + "test.conllu";
  std::ofstream(path) << text;
  return ReadConllu(path);
}

TEST(ConlluTest, WordsWithTheirPlacesTagsAndHeads) {
  const auto read = Read("# text = She sings.\n" + Line("1", "She", "PRON", "2", "nsubj", "Entity=(1-person)") +
                         Line("2", "sings", "VERB", "0", "root", "SpaceAfter=No") +
                         Line("3", ".", "PUNCT", "2", "punct") + "\n" + Line("1", "Yes", "INTJ", "0", "root"));
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->size(), 2u);
  const GoldSentence& first = read->front();
  EXPECT_EQ(first.text, "She sings.");
  ASSERT_EQ(first.sentence.tokens.size(), 3u);
  const Token& verb = first.sentence.tokens[1];
  EXPECT_EQ(first.text.substr(verb.begin, verb.end - verb.begin), "sings");
  EXPECT_EQ(verb.pos, Pos::kVerb);
  EXPECT_EQ(verb.head, -1);
  EXPECT_EQ(first.sentence.tokens[0].head, 1);
  EXPECT_EQ(first.sentence.tokens[0].rel, Rel::kNsubj);
  EXPECT_EQ(first.fine[1], "VERB/T");
  EXPECT_EQ(first.entities[0], "(1-person)");
  EXPECT_EQ(read->back().text, "Yes");
}

TEST(ConlluTest, WordsOfOneTokenStandTogether) {
  const auto read = Read(Line("1-2", "don't", "_", "_", "_") + Line("1", "do", "AUX", "3", "aux") +
                         Line("2", "n't", "PART", "3", "advmod") + Line("2.1", "left out", "_", "_", "_") +
                         Line("3", "go", "VERB", "0", "root"));
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().text, "don't go");
  EXPECT_EQ(read->front().sentence.tokens.size(), 3u);
}

TEST(ConlluTest, ABadLineIsNamed) {
  const auto few_fields = Read("# fine\n1\tShe\tshe\n");
  EXPECT_TRUE(absl::IsInvalidArgument(few_fields.status()));
  EXPECT_NE(few_fields.status().message().find(":2:"), absl::string_view::npos) << few_fields.status();
  EXPECT_TRUE(absl::IsInvalidArgument(Read(Line("1", "She", "PRON", "2", "nsubj")).status())) << "no word 2";
  EXPECT_TRUE(absl::IsInvalidArgument(Read(Line("1", "She", "PRON", "two", "nsubj")).status()));
}

TEST(ConlluTest, AMissingFileIsNotFound) {
  EXPECT_TRUE(absl::IsNotFound(ReadConllu(::testing::TempDir() + "nowhere.conllu").status()));
}

}  // namespace
}  // namespace pith::compiler
