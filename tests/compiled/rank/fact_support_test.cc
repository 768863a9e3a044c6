// The cases of tests/compiled/cases/fact_support.txt.

#include "engine/rank/fact_support.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "engine/rank/candidates.h"
#include "tests/support/asking.h"

namespace pith::testing {
namespace {

// The support for the first sentence that has `span`, as an answer to `question`.
FactSupport SupportFor(const Part& part, const std::string& question, const std::string& span) {
  auto work = std::make_unique<CandidateWork>();
  Query query;
  EXPECT_EQ(ReadQuery(TestLanguage(), AsBytes(question), &query), PITH_OK) << question;
  const Question read = ReadQuestion(TestLanguage(), query);
  FindMatches(TestLanguage(), part, query, &work->matches);
  const std::string text = AsString(part.text);
  const auto begin = static_cast<uint32_t>(text.find(span));
  const Range range = {begin, begin + static_cast<uint32_t>(span.size())};
  uint32_t sentence = 0;
  while (part.sentences[sentence].end < range.end) ++sentence;
  ScanSentence(part, 0, sentence, query, work->matches, &work->scan);
  ReadFacts(TestLanguage(), part, query, work->matches, work->scan, &work->facts);
  uint16_t entity = kNone16, value = kNone16;
  const Range candidates = part.CandidatesOf(sentence);
  for (uint32_t i = candidates.begin; i < candidates.end; ++i) {
    const CandidateRecord record = part.candidates[i];
    const Range it = part.SpanOf(sentence, record.first, record.last);
    if (it.begin != range.begin || it.end != range.end) continue;
    entity = record.entity;
    value = record.value;
  }
  return SupportOf(part, work->facts, AnsweringPlaces(read), range, entity, value);
}

TEST(FactSupportTest, Cases) {
  std::ifstream in(std::string(PITH_TEST_DATA) + "/compiled/cases/fact_support.txt");
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
    const size_t first = line.find(" | "), second = line.find(" | ", first + 3);
    ASSERT_NE(second, std::string::npos) << "line " << number;
    const FactSupport got = SupportFor(part, line.substr(0, first), line.substr(first + 3, second - first - 3));
    const std::array<int, 4> all = {got.inside, got.fit, got.share, got.relation};
    std::istringstream wanted(line.substr(second + 3));
    for (const int value : all) {
      std::string field;
      wanted >> field;
      EXPECT_EQ(field == "*" ? field : std::to_string(value), field) << "line " << number << ": " << line;
    }
    ++cases;
  }
  EXPECT_GT(cases, 10);
}

TEST(FactSupportTest, LooksAtNoMoreFactsThanThereIsRoomFor) {
  const std::string bytes =
      Compiled(
          "many",
          "Jane Doe, the mayor of Hallam, founded the museum, built the bridge, sold the mill, painted the tower, "
          "opened the library, closed the bank, visited the school, bought the hotel, wrote the play, left the town "
          "and won the prize.")
          .bytes;
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(bytes)));
  ASSERT_GT(part.facts.size(), kSupportFacts) << "the sentence has too few facts to try";
  EXPECT_EQ(SupportFor(part, "Who founded the museum?", "Jane Doe").relation, 16) << "of the first facts";
  EXPECT_EQ(SupportFor(part, "Who won the prize?", "Jane Doe").relation, 0) << "of the last, passed over";
}

}  // namespace
}  // namespace pith::testing
