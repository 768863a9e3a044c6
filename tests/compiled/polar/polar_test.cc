// Yes/no questions: the cases of tests/compiled/cases/polar.txt, each with an article of its own.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/asking.h"
#include "tests/support/text_cases.h"

namespace pith::testing {
namespace {

TEST(PolarTest, Cases) {
  const std::vector<TextCase> cases = ReadTextCases("polar.txt", 2);
  ASSERT_GT(cases.size(), 25u);
  for (const TextCase& c : cases) {
    const std::string &question = c.fields[0], &wanted = c.fields[1];
    const OpenFile file(FileOf({Compiled("case", c.text)}));
    const std::vector<pith_answer> answers = file.Ask(0, question, PITH_DEFAULT_THRESHOLD);
    std::string got = answers.empty() ? "none" : "sentence";
    if (!answers.empty() && answers[0].polarity == PITH_YES) got = "yes";
    if (!answers.empty() && answers[0].polarity == PITH_NO) got = "no";
    if (wanted == "open" && (got == "sentence" || got == "none")) continue;
    EXPECT_EQ(got, wanted) << "line " << c.line << ": " << c.text << " " << question;
    if (answers.empty()) continue;
    EXPECT_EQ(AsString(answers[0].text), AsString(answers[0].evidence)) << c.line;
    if (c.fields.size() > 2) {
      EXPECT_NE(AsString(answers[0].text).find(c.fields[2]), std::string::npos) << "line " << c.line;
    }
  }
}

TEST(PolarTest, ADoubtlessAnswerIsSurerThanADoubtfulOne) {
  const std::string question = "Did Anna Berg win the race?";
  const auto confidence = [&](const std::string& text) {
    const OpenFile file(FileOf({Compiled("case", text)}));
    const std::vector<pith_answer> answers = file.Ask(0, question);
    EXPECT_FALSE(answers.empty()) << text;
    return answers.empty() ? 0 : answers[0].confidence;
  };
  const int stated = confidence("Anna Berg won the race.");
  const int possible = confidence("Anna Berg may win the race.");
  const int other = confidence("Karl Stein won the race.");
  EXPECT_GT(stated, possible);
  EXPECT_GT(possible, other);
}

TEST(PolarTest, WhoSaysItStands) {
  const OpenFile file(FileOf({Compiled("case", "The mayor said that the police closed the bridge.")}));
  const std::vector<pith_answer> answers = file.Ask(0, "Did the police close the bridge?", PITH_DEFAULT_THRESHOLD);
  ASSERT_FALSE(answers.empty());
  EXPECT_EQ(answers[0].polarity, PITH_POLARITY_NONE);
  EXPECT_EQ(AsString(answers[0].attribution), "the mayor");
}

TEST(PolarTest, OtherQuestionsHaveNone) {
  const OpenFile file(FileOf({Compiled("case", "Anna Berg won the race in Oslo.")}));
  for (const std::string question : {"Who won the race?", "Where did Anna Berg win?", "race Oslo"}) {
    for (const pith_answer& answer : file.Ask(0, question)) EXPECT_EQ(answer.polarity, PITH_POLARITY_NONE) << question;
  }
}

}  // namespace
}  // namespace pith::testing
