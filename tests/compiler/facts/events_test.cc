#include "tools/compiler/facts/events.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/write/written.h"

namespace pith::compiler {
namespace {

TEST(Events, FoundAsWrittenAndInOrder) {
  for (WrittenCase& written : ReadCases("events.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindEvents(&written.analysis);
    std::vector<std::string> found, wanted;
    for (const Event& event : written.analysis.events) {
      const Value& date = written.analysis.values[static_cast<size_t>(event.value)];
      EXPECT_EQ(date.span.sentence, event.sentence);
      found.push_back(
          absl::StrCat(date.iso, " ", written.analysis.article.text.substr(event.begin, event.end - event.begin)));
    }
    for (const auto& expectation : written.expectations) wanted.push_back(expectation.second);
    EXPECT_EQ(found, wanted);
  }
}

TEST(Events, OneForEachDateAndClause) {
  WrittenCase written = ReadCases("events.txt").front();
  // The same date found twice is still one event.
  written.analysis.values.push_back(written.analysis.values.front());
  FindEvents(&written.analysis);
  EXPECT_EQ(written.analysis.events.size(), written.expectations.size());
}

TEST(Events, UnreadableDatesAreLeftOut) {
  WrittenCase written = ReadCases("events.txt").front();
  for (const char* iso : {"", "..", "PRESENT_REF", "2021-03-01-05", "T10:30"}) {
    for (Value& value : written.analysis.values) value.iso = iso;
    FindEvents(&written.analysis);
    EXPECT_TRUE(written.analysis.events.empty()) << iso;
  }
}

}  // namespace
}  // namespace pith::compiler
