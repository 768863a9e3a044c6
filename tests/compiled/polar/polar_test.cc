// Questions for yes or no: the cases of tests/compiled/cases/polar.txt, each with an article of its own.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/asking.h"

namespace pith::testing {
namespace {

struct Case {
  int line;
  std::string text, question, wanted, holds;
};

std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> fields;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find('|', at), line.size());
    const size_t first = line.find_first_not_of(' ', at), last = line.find_last_not_of(' ', end - 1);
    fields.push_back(first >= end ? "" : line.substr(first, last + 1 - first));
    at = end + 1;
  }
  return fields;
}

std::vector<Case> Cases() {
  std::vector<Case> cases;
  std::ifstream in(std::string(PITH_TEST_DATA) + "/compiled/cases/polar.txt");
  int number = 0;
  for (std::string line, text; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '=') {
      text = line.substr(2);
      continue;
    }
    const std::vector<std::string> fields = Fields(line);
    EXPECT_GE(fields.size(), 2u) << "line " << number;
    cases.push_back({number, text, fields[0], fields[1], fields.size() > 2 ? fields[2] : ""});
  }
  return cases;
}

TEST(PolarTest, Cases) {
  const std::vector<Case> cases = Cases();
  ASSERT_GT(cases.size(), 25u);
  for (const Case& c : cases) {
    const OpenFile file(FileOf({Compiled("case", c.text)}));
    const std::vector<pith_answer> answers = file.Ask(0, c.question, PITH_DEFAULT_THRESHOLD);
    std::string got = answers.empty() ? "none" : "sentence";
    if (!answers.empty() && answers[0].polarity == PITH_YES) got = "yes";
    if (!answers.empty() && answers[0].polarity == PITH_NO) got = "no";
    if (c.wanted == "open" && (got == "sentence" || got == "none")) continue;
    EXPECT_EQ(got, c.wanted) << "line " << c.line << ": " << c.text << " " << c.question;
    if (answers.empty()) continue;
    EXPECT_EQ(AsString(answers[0].text), AsString(answers[0].evidence)) << c.line;
    EXPECT_NE(AsString(answers[0].text).find(c.holds), std::string::npos) << "line " << c.line;
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
