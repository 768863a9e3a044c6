#include "tools/compiler/times/times.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/models/labels.h"

namespace pith::compiler {
namespace {

TEST(TimesTest, Cases) {
  DateContext context("");
  for (const TextCase& c : ReadTextCases("times.txt")) {
    if (c.text.rfind("article", 0) == 0) {
      context = DateContext(c.text.size() > 8 ? c.text.substr(8) : "");
      continue;
    }
    const Sentence sentence = OneSentence(c.text);
    std::vector<std::string> found;
    for (const Value& value : FindTimes(c.text, 0, sentence, &context)) {
      EXPECT_NE(value.kind, ValueKind::kNumber);
      EXPECT_EQ(value.kind == ValueKind::kDuration, !value.iso.empty() && value.iso[0] == 'P');
      std::string line = Shown(c.text, sentence, value) + " = " + (value.iso.empty() ? "?" : value.iso);
      if (value.hedge != Hedge::kExact) absl::StrAppend(&line, "; ", HedgeName(value.hedge));
      found.push_back(line);
    }
    EXPECT_EQ(found, c.expected) << "line " << c.line << ": " << c.text;
  }
}

TEST(TimesTest, PartOfSpeechTellsMayFromMay) {
  const std::string text = "Some in May come";
  Sentence sentence = OneSentence(text);
  DateContext context("2022-01-06");
  EXPECT_EQ(FindTimes(text, 0, sentence, &context).size(), 1u);
  sentence.tokens[2].pos = Pos::kAux;
  EXPECT_TRUE(FindTimes(text, 0, sentence, &context).empty());
}

TEST(TimesTest, ImpossibleDaysAreNoDates) {
  const std::string text = "It fell on 31 April.";
  DateContext context("2022-01-06");
  for (const Value& value : FindTimes(text, 0, OneSentence(text), &context)) EXPECT_NE(value.iso, "2021-05-01");
}

TEST(CalendarTest, Writes) {
  const auto iso = [](int year, int month, int day, Precision precision) {
    return Iso(Floor(absl::CivilDay(year, month, day), precision));
  };
  EXPECT_EQ(iso(2022, 1, 6, Precision::kDay), "2022-01-06");
  EXPECT_EQ(iso(2022, 1, 6, Precision::kWeek), "2022-01-03/2022-01-09");
  EXPECT_EQ(iso(2022, 1, 6, Precision::kWeekend), "2022-01-08/2022-01-09");
  EXPECT_EQ(iso(2022, 5, 6, Precision::kQuarter), "2022-04/2022-06");
  EXPECT_EQ(iso(2022, 1, 6, Precision::kSeason), "2021-24");
  EXPECT_EQ(iso(1999, 1, 6, Precision::kDecade), "199X");
  EXPECT_EQ(iso(-43, 3, 15, Precision::kYear), "-0043");
  EXPECT_EQ(iso(-43, 3, 15, Precision::kCentury), "-0100/-0001");
}

TEST(CalendarTest, Adds) {
  EXPECT_EQ(Iso(Add({absl::CivilDay(2024, 2, 28), Precision::kDay}, 2)), "2024-03-01");
  EXPECT_EQ(Iso(Add({absl::CivilDay(2021, 11, 1), Precision::kMonth}, 3)), "2022-02");
  EXPECT_EQ(Iso(Add({absl::CivilDay(2022, 12, 1), Precision::kSeason}, 1)), "2023-21");
}

TEST(CalendarTest, ReadsDaysThatExist) {
  EXPECT_TRUE(IsIsoDay("2024-02-29"));
  for (const char* bad : {"2023-02-29", "2022-13-01", "2022-1-06", "2022-01-06T", "", "20220-1-06", "abcd-01-06"}) {
    EXPECT_FALSE(IsIsoDay(bad)) << bad;
  }
}

TEST(CalendarTest, OrdersDates) {
  const std::vector<std::string> ordered = {"-0499/-0400",      "-0043",   "18XX",       "1939/1945",
                                            "1939-09-01",       "199X",    "2022-01-02", "2022-01-03/2022-01-09",
                                            "2022-01-06T10:30", "2022-02", "2022-21",    "XXXX-01-06"};
  for (size_t i = 1; i < ordered.size(); ++i) {
    EXPECT_LT(DateOrder(ordered[i - 1]), DateOrder(ordered[i])) << ordered[i];
  }
  EXPECT_LT(DateOrder("1939-01-01"), DateOrder("1939"));  // of equal beginnings the more precise
}

}  // namespace
}  // namespace pith::compiler
