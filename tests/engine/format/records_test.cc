#include "engine/format/records.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/index/part.h"

namespace pith {
namespace {

TEST(SizesOfTest, AreWhatLoadReadsInItsOrder) {
  constexpr FieldSizes kSentence = SizesOf<SentenceRecord>();
  EXPECT_EQ(std::vector<uint8_t>(kSentence.bytes, kSentence.bytes + kSentence.count),
            (std::vector<uint8_t>{4, 4, 4, 4, 2, 1, 1, 1, 1}));
  EXPECT_EQ(kSentence.total(), 22u);
  constexpr FieldSizes kPosting = SizesOf<PostingRecord>();
  EXPECT_EQ(std::vector<uint8_t>(kPosting.bytes, kPosting.bytes + kPosting.count), (std::vector<uint8_t>{1, 3}))
      << "the weight before the sentence";
  EXPECT_EQ(SizesOf<FactRecord>().count, 19u);
  EXPECT_EQ(SizesOf<FactRecord>().total(), 58u);
}

TEST(PartFieldsTest, EveryTableIsOfRecordsButTextAndCodes) {
  for (uint32_t i = 0; i < kPartTables; ++i) {
    const auto table = static_cast<PartTable>(i);
    const bool bytes = table == PartTable::kText || table == PartTable::kPool || table == PartTable::kQuestions ||
                       table == PartTable::kTokens || table == PartTable::kCandidates;
    EXPECT_EQ(kPartFields.of[i].count == 0, bytes) << "table " << i;
  }
  EXPECT_EQ(kPartFields.of[static_cast<uint32_t>(PartTable::kMentions)].count, SizesOf<MentionRecord>().count);
  EXPECT_EQ(kPartFields.of[static_cast<uint32_t>(PartTable::kAliases)].count, SizesOf<NumberRecord>().count);
}

}  // namespace
}  // namespace pith
