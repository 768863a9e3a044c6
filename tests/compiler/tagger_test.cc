#include "tools/compiler/tagger.h"

#include <string>
#include <vector>

#include "model_sentences.h"

namespace pith::compiler {
namespace {

std::vector<Pos> PosOf(const std::string& text) {
  const Sentence sentence = SentenceOf(text);
  std::vector<Pos> found;
  for (const uint8_t tag : Tag(EnglishModels(), ViewSentence(EnglishModels(), text, sentence))) {
    found.push_back(EnglishModels().TagPos(tag));
  }
  return found;
}

TEST(TaggerTest, TagsPlainSentences) {
  EXPECT_EQ(PosOf("The old man sold three houses in Dublin ."),
            (std::vector<Pos>{Pos::kDet, Pos::kAdj, Pos::kNoun, Pos::kVerb, Pos::kNum, Pos::kNoun, Pos::kAdp,
                              Pos::kPropn, Pos::kPunct}));
  EXPECT_EQ(PosOf("She has not seen it yet ."),
            (std::vector<Pos>{Pos::kPron, Pos::kAux, Pos::kPart, Pos::kVerb, Pos::kPron, Pos::kAdv, Pos::kPunct}));
}

TEST(TaggerTest, TellsOneWordsUsesApart) {
  EXPECT_EQ(PosOf("They will plan the visit .")[2], Pos::kVerb);
  EXPECT_EQ(PosOf("They have a plan .")[3], Pos::kNoun);
}

TEST(TaggerTest, TypographicMarksCountAsPlainOnes) {
  EXPECT_EQ(PosOf("“ We don ’t know , ” said the baker ’s son – twice ."),
            PosOf("\" We don 't know , \" said the baker 's son - twice ."));
}

TEST(TaggerTest, KnowsCapitals) {
  EXPECT_EQ(PosOf("THE POLICE ARRESTED TWO MEN ."), PosOf("The police arrested two men ."));
}

TEST(TaggerTest, TagsNothingWhereThereIsNothing) { EXPECT_TRUE(PosOf("").empty()); }

TEST(TaggerTest, WithoutAModelEveryTagIsTheFirst) {
  const std::string text = "a b";
  const Models none;
  EXPECT_EQ(Tag(none, ViewSentence(none, text, SentenceOf(text))), (std::vector<uint8_t>{0, 0}));
}

TEST(BestClassTest, TakesTheFirstOfEquals) {
  const std::vector<int32_t> scores = {1, 7, 7, -3};
  EXPECT_EQ(BestClass(scores, 4), 1);
  EXPECT_EQ(BestClass(scores, 1), 0);
  EXPECT_EQ(BestClass(scores, 0), 0);
}

TEST(WordViewTest, SeesHowASentenceIsWritten) {
  const auto style = [](const std::string& text) {
    return ViewSentence(EnglishModels(), text, SentenceOf(text)).style;
  };
  EXPECT_EQ(style("The ship left Oslo ."), CaseStyle::kMixed);
  EXPECT_EQ(style("THE SHIP LEFT OSLO ."), CaseStyle::kUpper);
  EXPECT_EQ(style("the ship left oslo ."), CaseStyle::kLower);
  EXPECT_EQ(style("Ship Leaves Oslo Harbour Early"), CaseStyle::kTitle);
}

TEST(WordViewTest, DigitsCountAsOneAndCaseIsKeptApart) {
  const std::string text = "1999 2024 Bank bank ÉLAN élan \xff";
  const SentenceView view = ViewSentence(EnglishModels(), text, SentenceOf(text));
  ASSERT_EQ(view.words.size(), 7u);
  EXPECT_EQ(view.words[0].lower, view.words[1].lower);
  EXPECT_TRUE(view.words[0].digits);
  EXPECT_EQ(view.words[2].lower, view.words[3].lower);
  EXPECT_NE(view.words[2].form, view.words[3].form);
  EXPECT_EQ(view.words[4].lower, view.words[5].lower);
  EXPECT_TRUE(view.words[4].upper);
  EXPECT_NE(view.words[3].fine, 0);
}

}  // namespace
}  // namespace pith::compiler
