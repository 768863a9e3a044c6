#include "tools/compiler/models/syntax_model.h"

#include <string>
#include <vector>

#include "tests/compiler/model_sentences.h"
#include "tests/compiler/text_cases.h"
#include "tools/compiler/text/sentences.h"
#include "tools/compiler/text/words.h"

namespace pith::compiler {
namespace {

std::vector<Pos> TagsOf(const std::string& text) {
  std::vector<Pos> found;
  const SentenceView view = ViewSentence(EnglishModels().clusters(), text, SentenceOf(text));
  for (const WordSyntax& word : EnglishModels().syntax().Read(view)) found.push_back(EnglishModels().TagPos(word.tag));
  return found;
}

TEST(SyntaxModelTest, TagsPlainSentences) {
  EXPECT_EQ(TagsOf("The old man sold three houses in Dublin ."),
            (std::vector<Pos>{Pos::kDet, Pos::kAdj, Pos::kNoun, Pos::kVerb, Pos::kNum, Pos::kNoun, Pos::kAdp,
                              Pos::kPropn, Pos::kPunct}));
  EXPECT_EQ(TagsOf("She has not seen it yet ."),
            (std::vector<Pos>{Pos::kPron, Pos::kAux, Pos::kPart, Pos::kVerb, Pos::kPron, Pos::kAdv, Pos::kPunct}));
}

TEST(SyntaxModelTest, TellsOneWordsUsesApart) {
  EXPECT_EQ(TagsOf("They will plan the visit .")[2], Pos::kVerb);
  EXPECT_EQ(TagsOf("They have a plan .")[3], Pos::kNoun);
}

TEST(SyntaxModelTest, TagsAgreeWithRelations) {
  // Taken alone, the best tag of "waves" is a verb's and its best relation an object's.
  const std::string text = "Ms Solheim believes that they sense pressure waves that travel ahead of the wind.";
  std::vector<Sentence> sentences = SplitSentences(text);
  SplitWords(TestLanguage(), text, &sentences);
  const SentenceView view = ViewSentence(EnglishModels().clusters(), text, sentences.at(0));
  for (const WordSyntax& word : EnglishModels().syntax().Read(view)) {
    const bool verb = EnglishModels().TagPos(word.tag) == Pos::kVerb;
    EXPECT_FALSE(verb && (word.rel == Rel::kObj || word.rel == Rel::kNsubj || word.rel == Rel::kObl));
    EXPECT_EQ(word.rel == Rel::kRoot, word.head == -1);
  }
}

TEST(SyntaxModelTest, TypographicMarksCountAsPlainOnes) {
  EXPECT_EQ(TagsOf("“ We don ’t know , ” said the baker ’s son – twice ."),
            TagsOf("\" We don 't know , \" said the baker 's son - twice ."));
}

TEST(SyntaxModelTest, KnowsCapitals) {
  EXPECT_EQ(TagsOf("THE POLICE ARRESTED TWO MEN ."), TagsOf("The police arrested two men ."));
}

TEST(SyntaxModelTest, TagsNothingWhereThereIsNothing) { EXPECT_TRUE(TagsOf("").empty()); }

TEST(SyntaxModelTest, TakesAnyTextAndNone) {
  const std::string text = "\xff 😀 \xd9\x85 a\xcc\x81 \xe2\x80\x8f";
  EXPECT_EQ(TagsOf(text).size(), 5u);
  EXPECT_TRUE(EnglishModels().syntax().Read(SentenceView()).empty());
}

TEST(SyntaxModelTest, RefusesPartsThatDoNotFitTogether) {
  const Bytes words = EnglishModels().Section("words"), tags = EnglishModels().Section("tags"),
              tables = EnglishModels().Section("syntax.tables"), net = EnglishModels().Section("syntax.net");
  EXPECT_TRUE(SyntaxModel().Open(words, tags, tables, net).ok());
  EXPECT_FALSE(SyntaxModel().Open(Bytes(), tags, tables, net).ok());
  EXPECT_FALSE(SyntaxModel().Open(words.Sub(0, words.size() / 2), tags, tables, net).ok());
  EXPECT_FALSE(SyntaxModel().Open(words, tags.Sub(0, tags.size() / 2), tables, net).ok());
  EXPECT_FALSE(SyntaxModel().Open(words, Bytes(), tables, net).ok());
  EXPECT_FALSE(SyntaxModel().Open(words, tags, tables.Sub(0, 100), net).ok());
  EXPECT_FALSE(SyntaxModel().Open(words, tags, net, tables).ok());
  EXPECT_FALSE(SyntaxModel().Open(words, tags, tables, net.Sub(0, net.size() - 4000)).ok());
}

TEST(WordViewTest, SeesHowASentenceIsWritten) {
  const auto style = [](const std::string& text) {
    return ViewSentence(EnglishModels().clusters(), text, SentenceOf(text)).style;
  };
  EXPECT_EQ(style("The ship left Oslo ."), CaseStyle::kMixed);
  EXPECT_EQ(style("THE SHIP LEFT OSLO ."), CaseStyle::kUpper);
  EXPECT_EQ(style("the ship left oslo ."), CaseStyle::kLower);
  EXPECT_EQ(style("Ship Leaves Oslo Harbour Early"), CaseStyle::kTitle);
}

TEST(WordViewTest, DigitsCountAsOneAndCaseIsKeptApart) {
  const std::string text = "1999 2024 Bank bank ÉLAN élan \xff";
  const SentenceView view = ViewSentence(EnglishModels().clusters(), text, SentenceOf(text));
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
