#include "tools/compiler/names/names.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/compiler/model_sentences.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/syntax/parser.h"

namespace pith::compiler {
namespace {

// "Ann Lee/person, Oslo/place".
std::string NamesIn(const std::string& text) {
  Sentence sentence = SentenceOf(text);
  const SentenceView view = AnalyzeSyntax(EnglishModels(), text, sentence);
  std::vector<std::string> found;
  for (const Name& name : FindNames(EnglishModels(), view, 3, sentence)) {
    const uint32_t begin = sentence.tokens[name.span.first].begin, end = sentence.tokens[name.span.last - 1].end;
    found.push_back(absl::StrCat(text.substr(begin, end - begin), "/", NameTypeName(name.type)));
    EXPECT_EQ(name.span.sentence, 3u);
    EXPECT_GE(name.span.head, name.span.first);
    EXPECT_LT(name.span.head, name.span.last);
    for (uint32_t i = name.span.first; i < name.span.last; ++i) EXPECT_EQ(sentence.tokens[i].name, name.type);
  }
  return absl::StrJoin(found, ", ");
}

TEST(NamesTest, FindsPeopleAndPlaces) {
  EXPECT_EQ(NamesIn("Maria Silva was born in Portugal ."), "Maria Silva/person, Portugal/place");
  EXPECT_EQ(NamesIn("John Baker moved from Chicago to London in 1990 ."),
            "John Baker/person, Chicago/place, London/place");
}

TEST(NamesTest, FindsOrganizations) {
  EXPECT_EQ(NamesIn("He studied at the University of Oslo ."), "University of Oslo/organization");
}

TEST(NamesTest, PlainSentencesHoldNone) {
  EXPECT_EQ(NamesIn("The cat sat on the mat ."), "");
  EXPECT_EQ(NamesIn("When it rains , we stay at home ."), "");
  EXPECT_EQ(NamesIn(""), "");
}

TEST(NamesTest, ForgetsOldMarks) {
  Sentence sentence = SentenceOf("The cat sat .");
  for (Token& token : sentence.tokens) token.name = NameType::kPlace;
  EXPECT_TRUE(FindNames(Models(), SentenceView(), 0, sentence).empty());
  for (const Token& token : sentence.tokens) EXPECT_EQ(token.name, NameType::kNone);
}

TEST(BestLabelsTest, NoNameGoesOnThatHasNotBegun) {
  // The inside of a person (2) scores best everywhere; it needs a beginning (1).
  NameScores scores;
  scores.words.assign(3 * kNameLabels, 0);
  for (size_t at = 0; at < 3; ++at) scores.words[at * kNameLabels + 2] = 10;
  EXPECT_EQ(BestLabels(scores), (std::vector<int>{1, 2, 2}));
}

TEST(BestLabelsTest, TransitionsCount) {
  NameScores scores;
  scores.words.assign(2 * kNameLabels, 0);
  scores.words[3] = 5;                // the first word: an organization
  scores.words[kNameLabels + 5] = 4;  // the second: a place
  EXPECT_EQ(BestLabels(scores), (std::vector<int>{3, 5}));
  scores.after[3][4] = 6;  // an organization goes on
  EXPECT_EQ(BestLabels(scores), (std::vector<int>{3, 4}));
}

TEST(BestLabelsTest, NothingForNothing) { EXPECT_TRUE(BestLabels(NameScores()).empty()); }

}  // namespace
}  // namespace pith::compiler
