#include "engine/find/wording.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/asking.h"
#include "tests/support/call_everything.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

uint64_t Key(const std::string& question) { return WordingKey(TestLanguage(), AsBytes(question)); }

TEST(WordingKeyTest, IsThatOfTheWordsWhateverTheirLook) {
  EXPECT_EQ(Key("Where are the toilets?"), Key("where are toilets"));
  EXPECT_EQ(Key("Where are the toilets?"), Key("WHERE ARE THE TOILET!!"));
  EXPECT_EQ(Key("Who was Café Zola's owner"), Key("who was cafe Zola’s owner?"));
}

TEST(WordingKeyTest, TellsApartWhatMeansSomethingElse) {
  EXPECT_NE(Key("When does it open?"), Key("When did it open?"));
  EXPECT_NE(Key("Flights to Oslo?"), Key("Flights from Oslo?"));
  EXPECT_NE(Key("Did the dog bite the man?"), Key("Did the man bite the dog?"));
  EXPECT_NE(Key("Is it open?"), Key("Is it not open?"));
  EXPECT_NE(Key("Where are the toilets?"), Key("Why are the toilets?"));
}

TEST(WordingKeyTest, OfNoWordsThereIsNone) {
  EXPECT_EQ(Key(""), 0u);
  EXPECT_EQ(Key("?! the"), 0u);
  EXPECT_EQ(Key(std::string(PITH_MAX_QUESTION_BYTES + 1, 'x')), 0u);
  EXPECT_NE(Key("Who are you?"), 0u) << "stop words are words";
}

// An article with questions that an editor settled.
compiler::Analysis WithReplies(const char* id) {
  compiler::Analysis a = Harbour();
  a.article.id = id;
  a.replies.resize(4);
  a.replies[0].questions = {"Where are the toilets?", "Is there a restroom?"};
  a.replies[0].text = "Behind the crane.";
  a.replies[0].sentence = 0;
  a.replies[0].begin = 4;
  a.replies[0].end = 15;
  a.replies[1].questions = {"Who are you?"};
  a.replies[1].text = "The harbour's guide.";
  a.replies[2].kind = ReplyKind::kSilence;
  a.replies[2].questions = {"Who painted the old harbour?"};
  a.replies[3].kind = ReplyKind::kMeans;
  a.replies[3].questions = {"Any restrooms?"};
  a.replies[3].text = "Who are you?";
  return a;
}

std::vector<pith_answer> Ask(const pith_index& index, uint32_t article, const std::string& question) {
  static uint64_t work[PITH_WORK_BYTES / 8];
  std::vector<pith_answer> answers(4);
  uint32_t count = 0;
  EXPECT_EQ(
      pith_ask(&index, article, question.data(), question.size(), 0, work, sizeof work, answers.data(), 4, &count),
      PITH_OK);
  answers.resize(count);
  return answers;
}

std::string Text(pith_text text) { return std::string(text.data, text.size); }

TEST(SettledTest, AnEditorsAnswerIsCertainAndMarked) {
  const std::string file = IndexOf({WithReplies("a")});
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  ASSERT_EQ(pith_verify(&index, nullptr), PITH_OK);
  for (const uint32_t article : {0u, PITH_ALL_ARTICLES}) {
    const std::vector<pith_answer> answers = Ask(index, article, "is there a RESTROOM");
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(Text(answers[0].text), "Behind the crane.");
    EXPECT_EQ(answers[0].source, PITH_SOURCE_EDITOR);
    EXPECT_EQ(answers[0].confidence, 10000);
    EXPECT_EQ(answers[0].sentence, 1u);
    EXPECT_EQ(answers[0].begin, 4u);
    EXPECT_EQ(answers[0].end, 15u);
    EXPECT_GT(answers[0].evidence.size, 0u);
  }
  const std::vector<pith_answer> own = Ask(index, 0, "Who are you?");
  ASSERT_EQ(own.size(), 1u) << "also a question of stop words alone";
  EXPECT_EQ(own[0].sentence, 0u);
  EXPECT_EQ(own[0].evidence.size, 0u);
}

TEST(SettledTest, SilenceHasNoAnswerAndNothingNear) {
  const std::string file = IndexOf({WithReplies("a")}), plain = IndexOf({Harbour()});
  const std::string question = "Who painted the old harbour?";
  static uint64_t work[PITH_WORK_BYTES / 8];
  for (const bool settled : {true, false}) {
    pith_index index;
    ASSERT_EQ(Open(settled ? file : plain, &index), PITH_OK);
    pith_hit hits[4];
    uint32_t near = 0;
    ASSERT_EQ(pith_near(&index, 0, question.data(), question.size(), work, sizeof work, hits, 4, &near), PITH_OK);
    EXPECT_EQ(near == 0, settled);
    EXPECT_EQ(Ask(index, 0, question).empty(), settled);
  }
}

TEST(SettledTest, AWordingMeansAnotherQuestionButNoThird) {
  compiler::Analysis article = WithReplies("a");
  article.replies.resize(6);
  article.replies[4].kind = article.replies[5].kind = ReplyKind::kMeans;
  article.replies[4].questions = {"What is this, please?"};
  article.replies[4].text = "Any restrooms?";
  article.replies[5].questions = {"Whose brush was it?"};
  article.replies[5].text = "Who was the harbour painted by?";
  const std::string file = IndexOf({article});
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  const std::vector<pith_answer> settled = Ask(index, 0, "Any restrooms?"),
                                 by_text = Ask(index, 0, "Whose brush was it");
  ASSERT_EQ(settled.size(), 1u);
  EXPECT_EQ(Text(settled[0].text), "The harbour's guide.");
  ASSERT_FALSE(by_text.empty());
  EXPECT_EQ(by_text[0].source, PITH_SOURCE_TEXT);
  for (const pith_answer& answer : Ask(index, 0, "What is this, please?")) EXPECT_EQ(answer.source, PITH_SOURCE_TEXT);
}

TEST(SettledTest, SeveralArticlesAnswerInOrderAndOneSilencesAll) {
  compiler::Analysis first = WithReplies("a"), second = WithReplies("b"), plain = Harbour();
  second.replies[0].text = "In the tower.";
  second.replies[1].kind = ReplyKind::kSilence;
  second.replies[1].text = "";
  const std::string file = IndexOf({first, plain, second});
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  pith_fault fault;
  ASSERT_EQ(pith_verify(&index, &fault), PITH_OK) << fault.message;
  const std::vector<pith_answer> answers = Ask(index, PITH_ALL_ARTICLES, "Where are the toilets?");
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(Text(answers[0].text), "Behind the crane.");
  EXPECT_EQ(Text(answers[1].text), "In the tower.");
  EXPECT_EQ(answers[1].article, 2u);
  EXPECT_EQ(Ask(index, 2, "Where are the toilets?").size(), 1u);
  EXPECT_EQ(Ask(index, 0, "Who are you?").size(), 1u);
  EXPECT_TRUE(Ask(index, PITH_ALL_ARTICLES, "Who are you?").empty());
}

TEST(SettledTest, WhatIsWrongIsFound) {
  const std::string good = IndexOf({WithReplies("a"), WithReplies("b")}, /*embed_language=*/false, /*widened=*/true);
  struct Change {
    PartTable table;
    size_t number, field;
    uint32_t value;
    const char* fault;
  };
  for (const Change& change : std::vector<Change>{
           {PartTable::kReplies, 0, 0, 9999, "a reply is of no kind or has no text"},
           {PartTable::kReplies, 0, 16, 9, "a reply is of no kind or has no text"},
           {PartTable::kReplies, 0, 12, 9999, "a reply's evidence lies outside its sentence"},
           {PartTable::kWordings, 0, 12, 9, "a question has no reply"},
           {PartTable::kWordings, 0, 0, 1, "a key is not that of its question"},
           {PartTable::kWordings, 1, 8, 0, "a key is not that of its question"},
       }) {
    std::string file = good;
    PutU32(&file, RecordAt(file, SectionOf(good, "ARTS").offset, change.table, change.number) + change.field,
           change.value);
    Repair(&file);
    pith_index index;
    ASSERT_EQ(Open(file, &index), PITH_OK);
    pith_fault fault = {};
    const pith_status status = pith_verify(&index, &fault);
    EXPECT_STREQ(status == PITH_OK ? "none" : fault.message, change.fault) << "field at " << change.field;
  }
}

TEST(SettledTest, NoFlippedByteBreaksACall) {
  const std::string good = IndexOf({WithReplies("a"), WithReplies("b")});
  const uint64_t from = SectionOf(good, "ARTS").offset;
  for (size_t i = from; i < good.size(); ++i) {
    std::string file = good;
    file[i] = static_cast<char>(file[i] ^ 0x41);
    Repair(&file);
    pith_index index;
    if (Open(file, &index) != PITH_OK) continue;
    EverythingCaller caller(index);
    for (const std::string question : {"Where are the toilets?", "Any restrooms?", "Who are you?"}) {
      caller.Ask(question.data(), question.size());
    }
    EXPECT_EQ(caller.broken(), nullptr) << "byte " << i << ": " << caller.broken();
  }
}

}  // namespace
}  // namespace pith::testing
