// Reads tests/engine/cases/questions.txt: what each question is taken to ask.

#include "engine/find/question.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '|') {
      fields.emplace_back();
    } else if (c != ' ' || !fields.back().empty()) {
      fields.back() += c;
    }
  }
  for (std::string& field : fields) {
    while (!field.empty() && field.back() == ' ') field.pop_back();
  }
  return fields;
}

const char* const kKinds[] = {"any",       "person",    "place",   "time",       "number",  "amount",
                              "duration",  "age",       "reason",  "manner",     "thing",   "choice",
                              "possessor", "expansion", "measure", "frequency",  "name",    "share",
                              "purpose",   "sort",      "yesno",   "definition", "material"};
const char* const kRoles[] = {"unknown", "subject", "object", "identity", "passive", "adverbial"};

TEST(Question, Cases) {
  const std::string& block = LanguageFile();
  Language language;
  ASSERT_EQ(Language::Open(BytesOf(block), &language), PITH_OK);
  std::ifstream cases(std::string(PITH_TEST_DATA) + "/engine/cases/questions.txt");
  int count = 0;
  for (std::string line; std::getline(cases, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> f = Fields(line);
    ASSERT_EQ(f.size(), 4u) << line;
    Query query;
    ReadQuery(language, BytesOf(f[0]), &query);
    const Question q = ReadQuestion(language, query);
    EXPECT_EQ(kKinds[static_cast<int>(q.kind)], f[1]) << f[0];
    EXPECT_EQ(kRoles[static_cast<int>(q.role)], f[2]) << f[0];
    const std::string noun = q.focus_end > q.focus_begin
                                 ? f[0].substr(query.words[q.focus_begin].begin,
                                               query.words[q.focus_end - 1].end - query.words[q.focus_begin].begin)
                                 : "";
    EXPECT_EQ(noun, f[3]) << f[0];
    ++count;
  }
  EXPECT_GT(count, 25);
}

TEST(Question, GovernedBy) {
  const std::string& block = LanguageFile();
  Language language;
  ASSERT_EQ(Language::Open(BytesOf(block), &language), PITH_OK);
  const std::string stranded = "What did the rebels take control of?", fronted = "In which city is the museum?";
  Query query;
  ReadQuery(language, BytesOf(stranded), &query);
  EXPECT_EQ(ReadQuestion(language, query).preposition, HashWord(BytesOf("of")));
  ReadQuery(language, BytesOf(fronted), &query);
  EXPECT_EQ(ReadQuestion(language, query).preposition, HashWord(BytesOf("in")));
}

// What each question takes for an answer besides what is stated: n negated, p planned, s possible, d denied, f failed,
// a asked.
TEST(Question, AcceptsWhatItAsksFor) {
  const std::string& block = LanguageFile();
  Language language;
  ASSERT_EQ(Language::Open(BytesOf(block), &language), PITH_OK);
  const struct {
    std::string question, accepted;
  } cases[] = {
      {"Who won the cup?", "+p"},
      {"When did the mill open?", "+"},
      {"Which farms were sold?", "+"},
      {"Who has bought the mill?", "+"},
      {"What is the opening date?", "+p"},
      {"When will the mill open?", "+ps"},
      {"What would have saved the mill?", "+ps"},
      {"Who did not vote?", "+npsdf"},
      {"Why did they not vote?", "+npsdf"},
      {"What did the police deny?", "+psdf"},
      {"Who failed to win the cup?", "+psdf"},
  };
  for (const auto& c : cases) {
    Query query;
    ReadQuery(language, BytesOf(c.question), &query);
    const Question q = ReadQuestion(language, query);
    std::string accepted;
    for (int i = 0; i < kRealityCount; ++i) {
      if (q.Accepts(static_cast<Reality>(i))) accepted += "+npsdfa"[i];
    }
    EXPECT_EQ(accepted, c.accepted) << c.question;
  }
}

}  // namespace
}  // namespace pith
