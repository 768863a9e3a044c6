#include "tools/compiler/text/reading_text.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/support/small_index.h"

namespace pith::compiler {
namespace {

using testing::TestLanguage;

std::string AsRead(const std::string& stored) { return ReadAs(stored, TestLanguage()).text; }

TEST(ReadingTextTest, PlainTextIsItself) {
  for (const std::string text : {"", "The mill burned.", "R&D at AT&T; 5 & 6",
                                 "Zo\xC3\xAB in \xC5\x81\xC3\xB3"
                                 "d\xC5\xBA",
                                 "a well-\nknown mill"}) {
    EXPECT_EQ(AsRead(text), text);
    EXPECT_TRUE(ReadAs(text, TestLanguage()).stored.empty()) << text;
  }
}

TEST(ReadingTextTest, EntitiesAreDecodedOnce) {
  EXPECT_EQ(AsRead("Marks &amp; Turner&#39;s &quot;shop&quot; &#xE9;t&eacute; 5&nbsp;km"),
            "Marks & Turner's \"shop\" \xC3\xA9t\xC3\xA9 5\xC2\xA0km");
  EXPECT_EQ(AsRead("&amp;lt;"), "&lt;");
  for (const std::string text : {"&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&nosuch;", "&;", "&#;", "&amp"}) {
    EXPECT_EQ(AsRead(text), text);
  }
}

TEST(ReadingTextTest, LettersAreComposed) {
  EXPECT_EQ(AsRead("Zoe\xCC\x88 and Malmo\xCC\x88"), "Zo\xC3\xAB and Malm\xC3\xB6");
  EXPECT_EQ(AsRead("\xCC\x88"), "\xCC\x88") << "a mark on nothing";
  EXPECT_EQ(AsRead("\xE2\x97\x8C\xCC\xA4"), "\xE2\x97\x8C\xCC\xA4") << "a mark that no letter has";
  EXPECT_TRUE(ReadAs("\xE2\x97\x8C\xCC\xA4", TestLanguage()).stored.empty());
  std::string marks = "e";
  for (int i = 0; i < 1000; ++i) marks += "\xCC\x88";
  EXPECT_LE(AsRead(marks).size(), marks.size());
}

TEST(ReadingTextTest, WordsPartedAtALineEndAreJoinedIfKnown) {
  EXPECT_EQ(AsRead("the exam-\nple and the exam-\r\nple"), "the example and the example");
  EXPECT_EQ(AsRead("the ex\xC2\xAD"
                   "am\xC2\xADple"),
            "the example");
  EXPECT_EQ(AsRead("Exam-\nPle, -\n, x-\n"), "Exam-\nPle, -\n, x-\n");
}

TEST(ReadingTextTest, EveryByteKnowsItsPlace) {
  const std::string stored = "A &amp; Zoe\xCC\x88!";
  const ReadingText reading = ReadAs(stored, TestLanguage());
  ASSERT_EQ(reading.stored.size(), reading.text.size() + 1);
  EXPECT_EQ(stored.substr(reading.stored[reading.text.find("Zo")]), "Zoe\xCC\x88!");
  EXPECT_EQ(stored.substr(reading.stored[reading.text.find('!')]), "!");
  EXPECT_EQ(reading.stored.back(), stored.size());
  Analysis analysis;
  analysis.sentences.emplace_back();
  analysis.sentences[0].begin = 0;
  analysis.sentences[0].end = 3;  // "A &"
  PlaceInStoredText(reading, &analysis);
  EXPECT_EQ(stored.substr(0, analysis.sentences[0].end), "A &amp;");
}

}  // namespace
}  // namespace pith::compiler
