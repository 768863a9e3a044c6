// The cases of tests/compiled/cases/fact_support.txt.

#include "engine/rank/fact_support.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "engine/rank/candidates.h"
#include "tests/support/asking.h"
#include "tests/support/text_cases.h"

namespace pith::testing {
namespace {

// The support for the first sentence that has `span`, as an answer to `question`.
FactSupport SupportFor(const Part& part, const std::string& question, const std::string& span) {
  auto work = std::make_unique<CandidateWork>();
  Query query;
  EXPECT_EQ(ReadQuery(TestLanguage(), AsBytes(question), &query), PITH_OK) << question;
  const Question read = ReadQuestion(TestLanguage(), query);
  FindAllMatches(part, &query, &work->find.matches);
  const std::string text = AsString(part.text);
  const auto begin = static_cast<uint32_t>(text.find(span));
  const Range range = {begin, begin + static_cast<uint32_t>(span.size())};
  uint32_t sentence = 0;
  while (part.sentences[sentence].end < range.end) ++sentence;
  ScanSentence(part, 0, sentence, query, work->find.matches, &work->scan);
  ReadFacts(TestLanguage(), part, query, work->find.matches, work->scan, &work->facts);
  uint16_t entity = kNone16, value = kNone16;
  for (CandidateReader candidates(part, sentence, work->scan.count); candidates.Next();) {
    const CandidateRecord& record = candidates.candidate();
    const Range it = part.SpanOf(sentence, record.first, record.last);
    if (it.begin != range.begin || it.end != range.end) continue;
    entity = record.entity;
    value = record.value;
  }
  return SupportOf(part, work->facts, AnsweringPlaces(read), range, entity, value);
}

TEST(FactSupportTest, Cases) {
  const std::vector<TextCase> cases = ReadTextCases("fact_support.txt", 3);
  EXPECT_GT(cases.size(), 10u);
  for (const TextCase& c : cases) {
    const std::string bytes = Compiled("case", c.text).bytes;
    Part part;
    ASSERT_TRUE(part.Open(AsBytes(bytes)));
    const FactSupport got = SupportFor(part, c.fields[0], c.fields[1]);
    const std::array<int, 4> all = {got.inside, got.fit, got.share, got.relation};
    std::istringstream wanted(c.fields[2]);
    for (const int value : all) {
      std::string field;
      wanted >> field;
      EXPECT_EQ(field == "*" ? field : std::to_string(value), field) << "line " << c.line << ": " << c.fields[1];
    }
  }
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
