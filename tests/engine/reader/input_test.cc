#include "engine/reader/input.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/language/fold.h"
#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

// The shape of word `number` of a question.
ReaderShape ShapeOf(const std::string& text, uint32_t number) {
  Query query;
  EXPECT_EQ(ReadQuery(English(), Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()), &query), PITH_OK);
  EXPECT_LT(number, query.count);
  return static_cast<ReaderShape>(ReadQuestionToken(English(), query, ReadQuestion(English(), query), number).shape);
}

TEST(ReaderInput, WordsHaveTheirShapes) {
  EXPECT_EQ(ShapeOf("Protests in Almaty", 0), ReaderShape::kFirstCapital);
  EXPECT_EQ(ShapeOf("Protests in Almaty", 1), ReaderShape::kStop);
  EXPECT_EQ(ShapeOf("Protests in Almaty", 2), ReaderShape::kCapital);
  EXPECT_EQ(ShapeOf("Was NATO there", 1), ReaderShape::kUpper);
  EXPECT_EQ(ShapeOf("protests in January 1991", 2), ReaderShape::kMonth);
  EXPECT_EQ(ShapeOf("protests in January 1991", 3), ReaderShape::kYear);
  EXPECT_EQ(ShapeOf("killed 12 people", 1), ReaderShape::kShortNumber);
  EXPECT_EQ(ShapeOf("killed 1,000 people", 1), ReaderShape::kMixedNumber);
  EXPECT_EQ(ShapeOf("killed 31234 people", 1), ReaderShape::kLongNumber);
  EXPECT_EQ(ShapeOf("killed three people", 1), ReaderShape::kNumberWord);
  EXPECT_EQ(ShapeOf("police, protesters", 1), ReaderShape::kComma);
  EXPECT_EQ(ShapeOf("the police?", 2), ReaderShape::kQuestion);
}

TEST(ReaderInput, NumbersStayBelowTheirTables) {
  const std::string text = "Who, in \xE6\xBC\xA2 \xF0\x9F\x98\x80 \xFF Élysée — won $5 at 10:30?";
  Query query;
  ReadQuery(English(), Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()), &query);
  for (uint32_t i = 0; i < query.count; ++i) {
    const ReaderToken token = ReadQuestionToken(English(), query, ReadQuestion(English(), query), i);
    EXPECT_LT(token.suffix, kReaderSuffixes);
    EXPECT_LT(token.shape, static_cast<uint8_t>(ReaderShape::kCount));
    EXPECT_LT(token.pos, kReaderPosCount);
    EXPECT_LT(token.noun_class, kNounClassCount);
    EXPECT_EQ(token.term, kNoTerm);
  }
}

}  // namespace
}  // namespace pith
