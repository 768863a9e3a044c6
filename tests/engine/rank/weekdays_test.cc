#include "engine/rank/weekdays.h"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

uint32_t Day(const std::string& word) {
  return WeekdayOf(Bytes(reinterpret_cast<const uint8_t*>(word.data()), word.size()));
}

TEST(WeekdayOf, KnowsDaysWrittenOut) {
  EXPECT_EQ(Day("Monday"), 0u);
  EXPECT_EQ(Day("wednesday"), 2u);
  EXPECT_EQ(Day("SATURDAYS"), 5u);
}

TEST(WeekdayOf, KnowsDaysCutShort) {
  EXPECT_EQ(Day("Mon"), 0u);
  EXPECT_EQ(Day("Tues."), 1u);
  EXPECT_EQ(Day("Wed."), 2u);
  EXPECT_EQ(Day("Thu"), 3u);
  EXPECT_EQ(Day("Thur"), 3u);
  EXPECT_EQ(Day("Thurs"), 3u);
  EXPECT_EQ(Day("SUN"), 6u);
}

TEST(WeekdayOf, TakesNoOtherWordForOne) {
  for (const char* const word : {"monk", "Monk", "sunk", "sung", "sun", "sat", "wed", "Mono", "Thus", "fridge",
                                 "sundry", "Sundae", "Sunda", "Frida", "Frid", "mo", "Thurso", "Monster", "Frieday"}) {
    EXPECT_EQ(Day(word), kNoWeekday) << word;
  }
}

}  // namespace
}  // namespace pith
