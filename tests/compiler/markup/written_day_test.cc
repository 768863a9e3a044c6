#include "tools/compiler/markup/written_day.h"

#include <gtest/gtest.h>

namespace pith::compiler {
namespace {

TEST(WrittenDayTest, Forms) {
  struct Case {
    const char *text, *day;
  };
  const Case cases[] = {
      {"2022-01-06T23:30:00-05:00", "2022-01-06"},
      {"2022/1/6", "2022-01-06"},
      {"20220106", "2022-01-06"},
      {"20220106103000", "2022-01-06"},
      {"Thu, 06 Jan 2022 10:30:00 GMT", "2022-01-06"},
      {"Published on the 6th of January 2022", "2022-01-06"},
      {"Jan. 6, 2022 | 4 min read", "2022-01-06"},
      {"JANUARY 6TH, 2022", "2022-01-06"},
      {"06.01.2022", "2022-01-06"},
      {"16/01/2022", "2022-01-16"},
      {"01/16/2022", "2022-01-16"},
      {"5/6/2022", ""},
      {"31 February 2022", ""},
      {"January 2022", ""},
      {"", ""},
      {"6", ""},
      {"January 6", ""},
      {"99999999999999999999", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(WrittenDay(c.text), c.day) << c.text;
}

}  // namespace
}  // namespace pith::compiler
