// pith_ask through the C interface: what answers say of themselves, on articles built by hand, and the cases of
// tests/compiled/cases/answers.txt on the example articles.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "tests/support/asking.h"
#include "tests/support/text_cases.h"

namespace pith::testing {
namespace {

// Two sentences whose candidates have all that an answer can have.
compiler::Analysis Boats() {
  compiler::Analysis a =
      Sketch("boats", {"Mrs Ode painted about 40 boats in Lund.", "The guide says she left on 3 May 1952."});
  a.sentences[0].tokens[SpanOf(a, 0, "Lund").head].pos = Pos::kPropn;
  a.importance = {5000, 4000};
  a.summary_order = {0, 1};
  a.entities = {{"Ingrid Ode", NameType::kPerson, {"Mrs Ode"}}};
  a.mentions = {{SpanOf(a, 0, "Mrs Ode"), 0, true}, {SpanOf(a, 1, "she"), 0, false}};
  compiler::Value boats;
  boats.span = SpanOf(a, 0, "about 40 boats");
  boats.kind = ValueKind::kNumber;
  boats.hedge = Hedge::kAbout;
  boats.mantissa = 40;
  boats.unit = "boats";
  compiler::Value day;
  day.span = SpanOf(a, 1, "3 May 1952");
  day.kind = ValueKind::kDate;
  day.iso = "1952-05-03";
  a.values = {boats, day};
  a.candidates = {{SpanOf(a, 0, "Mrs Ode"), CandidateKind::kName, -1, 0},
                  {SpanOf(a, 0, "about 40 boats"), CandidateKind::kNumber, 0, -1},
                  {SpanOf(a, 0, "40 boats"), CandidateKind::kNumber, 0, -1},
                  {SpanOf(a, 0, "Lund"), CandidateKind::kName, -1, -1},
                  {SpanOf(a, 1, "she"), CandidateKind::kNominal, -1, 0},
                  {SpanOf(a, 1, "3 May 1952"), CandidateKind::kTime, 1, -1}};
  a.claims = {{static_cast<uint32_t>(a.article.text.find("she left")), a.sentences[1].end, "the guide"}};
  return a;
}

class AskTest : public ::testing::Test {
 protected:
  AskTest() : file_(IndexOf({Boats(), Harbour()})) {}

  // The answer of that text among those to a question; a failure where there is none.
  pith_answer Answer(const std::string& question, const std::string& text) {
    for (const pith_answer& answer : file_.Ask(0, question)) {
      if (AsString(answer.text) == text) return answer;
    }
    ADD_FAILURE() << question << " has no answer " << text;
    return {};
  }

  OpenFile file_;
};

TEST_F(AskTest, ANumberHasItsValue) {
  const std::vector<pith_answer> answers = file_.Ask(0, "How many boats did Mrs Ode paint?");
  ASSERT_FALSE(answers.empty());
  const pith_answer& answer = answers[0];
  for (size_t i = 1; i < answers.size(); ++i) {
    EXPECT_TRUE(answers[i].end <= answer.begin || answer.end <= answers[i].begin) << "one of two that overlap";
  }
  EXPECT_NE(AsString(answer.text).find("40"), std::string::npos) << "with or without its unit";
  EXPECT_EQ(answer.value.kind, PITH_VALUE_NUMBER);
  EXPECT_EQ(answer.value.mantissa, 40);
  EXPECT_EQ(answer.value.scale, 0);
  EXPECT_EQ(answer.value.hedge, PITH_ABOUT);
  EXPECT_EQ(AsString(answer.value.unit), "boats");
  EXPECT_EQ(answer.value.iso.size, 0u);
  EXPECT_EQ(answer.sentence, 1u);
  EXPECT_EQ(AsString(answer.evidence), "Mrs Ode painted about 40 boats in Lund.");
  EXPECT_EQ(answer.source, PITH_SOURCE_TEXT);
  EXPECT_EQ(answer.attribution.size, 0u) << "the article says so itself";
  EXPECT_EQ(answer.resolved.size, 0u);
}

TEST_F(AskTest, ADateHasItsValueAndWhoSaysIt) {
  const std::vector<pith_answer> answers = file_.Ask(0, "When did she leave?");
  ASSERT_FALSE(answers.empty());
  EXPECT_EQ(AsString(answers[0].text), "3 May 1952");
  EXPECT_EQ(answers[0].value.kind, PITH_VALUE_DATE);
  EXPECT_EQ(AsString(answers[0].value.iso), "1952-05-03");
  EXPECT_EQ(answers[0].value.unit.size, 0u);
  EXPECT_EQ(AsString(answers[0].attribution), "the guide");
  EXPECT_EQ(answers[0].sentence, 2u);
}

TEST_F(AskTest, APronounHasTheNameBehindIt) {
  const pith_answer answer = Answer("Who left?", "she");
  EXPECT_EQ(AsString(answer.resolved), "Ingrid Ode");
  EXPECT_EQ(AsString(answer.attribution), "the guide");
  EXPECT_EQ(answer.value.kind, PITH_VALUE_NONE);
  EXPECT_EQ(AsString(Answer("Who painted boats?", "Mrs Ode").resolved), "Ingrid Ode");
  EXPECT_EQ(Answer("Where are the painted boats?", "Lund").resolved.size, 0u);
}

TEST_F(AskTest, TheContextSaysWhoIsMeant) {
  EXPECT_EQ(Answer("Who left?", "she").context[0], 1u);
  EXPECT_EQ(Answer("Who left?", "she").context[1], 0u);
  EXPECT_EQ(Answer("When did the painter leave?", "3 May 1952").context[0], 1u);
  EXPECT_EQ(Answer("Who painted boats?", "Mrs Ode").context[0], 0u) << "the sentence says it itself";
}

TEST_F(AskTest, WhatTheQuestionNamesIsNoAnswer) {
  for (const pith_answer& answer : file_.Ask(0, "Which town has the boats of Lund?")) {
    EXPECT_NE(AsString(answer.text), "Lund");
  }
}

TEST_F(AskTest, TheThresholdLeavesOut) {
  const std::string question = "Who painted boats?";
  const std::vector<pith_answer> all = file_.Ask(0, question, 0);
  ASSERT_GT(all.size(), 1u);
  for (const pith_answer& answer : all) {
    const int32_t confidence = answer.confidence;
    for (const int32_t threshold : {confidence, confidence + 1}) {
      const size_t wanted = static_cast<size_t>(std::count_if(
          all.begin(), all.end(), [threshold](const pith_answer& a) { return a.confidence >= threshold; }));
      EXPECT_EQ(file_.Ask(0, question, threshold).size(), wanted) << threshold;
    }
  }
  EXPECT_TRUE(file_.Ask(0, question, 10000).empty()) << "nothing is certain";
  pith_info info;
  ASSERT_EQ(pith_get_info(file_.get(), &info), PITH_OK);
  EXPECT_EQ(file_.Ask(0, question, PITH_DEFAULT_THRESHOLD).size(), file_.Ask(0, question, info.threshold).size());
}

TEST_F(AskTest, TheDefaultThresholdIsTheIndexsOwn) {
  const std::string question = "How many boats did Mrs Ode paint?";
  for (const uint16_t threshold : {0, 10000}) {
    const auto bytes = compiler::WriteIndex({PartOf(Boats())}, LanguageBlock(), false, WordVectors(), threshold);
    ASSERT_TRUE(bytes.ok());
    const OpenFile file(*bytes);
    pith_info info;
    ASSERT_EQ(pith_get_info(file.get(), &info), PITH_OK);
    EXPECT_EQ(info.threshold, threshold);
    EXPECT_EQ(file.Ask(0, question, PITH_DEFAULT_THRESHOLD).empty(), threshold == 10000);
  }
}

TEST_F(AskTest, ASmallerRoomHoldsTheBest) {
  const std::vector<pith_answer> all = file_.Ask(0, "Who painted boats?");
  for (uint32_t capacity = 0; capacity <= all.size(); ++capacity) {
    const std::vector<pith_answer> some = file_.Ask(0, "Who painted boats?", 0, capacity);
    ASSERT_EQ(some.size(), capacity);
    for (uint32_t i = 0; i < capacity; ++i) EXPECT_EQ(some[i].begin, all[i].begin);
  }
  EXPECT_EQ(file_.Ask(0, "Who painted boats?", 0, PITH_MAX_RESULTS + 100).size(), all.size());
}

TEST_F(AskTest, NothingThatTheArticleHoldsIsAnEmptyAnswer) {
  EXPECT_TRUE(file_.Ask(0, "Who invented the volcano?", 0).empty());
  EXPECT_TRUE(file_.Ask(1, "Where is Lund?", 0).empty()) << "it is in the other article";
}

TEST_F(AskTest, EveryErrorHasItsStatus) {
  WorkSpace work;
  pith_answer out[4];
  const auto status = [&](const pith_index* index, uint32_t article, const char* question, uint64_t size, void* space,
                          uint64_t space_size, pith_answer* answers) {
    uint32_t count = 99;
    const pith_status result = pith_ask(index, article, question, size, 0, space, space_size, answers, 4, &count);
    EXPECT_TRUE(result == PITH_OK || count == 0);
    return result;
  };
  const pith_index* index = file_.get();
  const uint64_t size = sizeof work.bytes, needed = pith_work_size(index);
  const std::string longest(PITH_MAX_QUESTION_BYTES, 'x'), longer(PITH_MAX_QUESTION_BYTES + 1, 'x');
  EXPECT_EQ(status(index, 0, longest.data(), longest.size(), work.bytes, size, out), PITH_OK);
  EXPECT_EQ(status(index, 0, longer.data(), longer.size(), work.bytes, size, out), PITH_QUESTION_TOO_LONG);
  EXPECT_EQ(status(index, 0, "", 0, work.bytes, size, out), PITH_QUESTION_EMPTY);
  EXPECT_EQ(status(index, 0, nullptr, 0, work.bytes, size, out), PITH_QUESTION_EMPTY);
  EXPECT_EQ(status(index, 0, "Who is it?", 10, work.bytes, size, out), PITH_QUESTION_EMPTY);
  EXPECT_EQ(status(index, 2, "boats", 5, work.bytes, size, out), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(status(index, 0, "boats", 5, work.bytes, needed, out), PITH_OK);
  EXPECT_EQ(status(index, 0, "boats", 5, work.bytes, needed - 1, out), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(index, 0, "boats", 5, work.bytes + 4, needed, out), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(index, 0, "boats", 5, nullptr, 0, out), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(index, 0, nullptr, 5, work.bytes, size, out), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(index, 0, "boats", 5, work.bytes, size, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(nullptr, 0, "boats", 5, work.bytes, size, out), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_ask(index, 0, "boats", 5, 0, work.bytes, size, out, 4, nullptr), PITH_INVALID_ARGUMENT);
}

TEST_F(AskTest, AThresholdOutsideItsRangeIsAnError) {
  WorkSpace work;
  pith_answer out[4];
  for (const int32_t threshold : {-2, 10001, INT32_MIN, INT32_MAX}) {
    uint32_t count = 99;
    EXPECT_EQ(pith_ask(file_.get(), 0, "boats", 5, threshold, work.bytes, sizeof work.bytes, out, 4, &count),
              PITH_INVALID_ARGUMENT)
        << threshold;
    EXPECT_EQ(count, 0u);
    ASSERT_EQ(pith_ask_begin(file_.get(), 0, "boats", 5, work.bytes, sizeof work.bytes), PITH_OK);
    EXPECT_EQ(pith_ask_end(file_.get(), threshold, work.bytes, sizeof work.bytes, out, 4, &count),
              PITH_INVALID_ARGUMENT);
    EXPECT_EQ(pith_ask_end(file_.get(), 10000, work.bytes, sizeof work.bytes, out, 4, &count), PITH_OK)
        << "a refused end is none";
  }
}

TEST_F(AskTest, StepsGiveWhatOneCallGives) {
  const OpenFile file(FileOf({Example("sample")}));
  uint32_t most = 0;
  for (const std::string question : {"How many people were injured?", "Who is the president of Kazakhstan?",
                                     "Why did the protests begin?", "What did the moon say?"}) {
    const std::vector<pith_answer> wanted = file.Ask(0, question, 0);
    for (const uint32_t limit : {0u, 7u, PITH_MAX_STEPS}) {  // the end does what is left
      WorkSpace work;
      std::memset(work.bytes, static_cast<int>(limit), sizeof work.bytes);
      ASSERT_EQ(pith_ask_begin(file.get(), 0, question.data(), question.size(), work.bytes, sizeof work.bytes),
                PITH_OK);
      uint32_t steps = 0;
      for (int32_t more = 1; more != 0 && steps < limit; ++steps) {
        ASSERT_EQ(pith_ask_step(file.get(), work.bytes, sizeof work.bytes, &more), PITH_OK);
      }
      most = std::max(most, steps);
      std::vector<pith_answer> answers(wanted.size() + 1);
      uint32_t count = 0;
      ASSERT_EQ(pith_ask_end(file.get(), 0, work.bytes, sizeof work.bytes, answers.data(),
                             static_cast<uint32_t>(answers.size()), &count),
                PITH_OK);
      ASSERT_GE(count, wanted.size());
      for (size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(AsString(answers[i].text), AsString(wanted[i].text)) << question;
        EXPECT_EQ(answers[i].confidence, wanted[i].confidence) << question;
      }
      EXPECT_EQ(pith_ask_end(file.get(), 0, work.bytes, sizeof work.bytes, answers.data(), 1, &count),
                PITH_INVALID_ARGUMENT)
          << "it has ended";
    }
  }
  EXPECT_GT(most, 50u) << "the reader took part";
  EXPECT_LT(most, PITH_MAX_STEPS);
}

TEST_F(AskTest, StepsWithoutABeginningAreRefused) {
  WorkSpace work;
  std::memset(work.bytes, 0, sizeof work.bytes);
  int32_t more = 7;
  uint32_t count = 7;
  pith_answer answer;
  const uint64_t size = sizeof work.bytes;
  EXPECT_EQ(pith_ask_step(file_.get(), work.bytes, size, &more), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(more, 0);
  EXPECT_EQ(pith_ask_end(file_.get(), 0, work.bytes, size, &answer, 1, &count), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_ask_begin(file_.get(), 9, "boats", 5, work.bytes, size), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(pith_ask_begin(file_.get(), 0, "boats", 5, work.bytes, 64), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(pith_ask_begin(file_.get(), 0, "", 0, work.bytes, size), PITH_QUESTION_EMPTY);
  EXPECT_EQ(pith_ask_step(file_.get(), work.bytes, size, &more), PITH_INVALID_ARGUMENT) << "it did not begin";
  ASSERT_EQ(pith_ask_begin(file_.get(), 0, "boats", 5, work.bytes, size), PITH_OK);
  EXPECT_EQ(pith_ask_step(file_.get(), work.bytes, 64, &more), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(pith_ask_step(file_.get(), work.bytes, size, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_ask_end(file_.get(), 0, work.bytes, size, nullptr, 1, &count), PITH_INVALID_ARGUMENT);
}

// ---- The example articles -------------------------------------------------------------------------------------------

struct Case {
  std::string article, question;
  std::vector<std::string> answers;  // none: the article does not hold it
};

const std::vector<Case>& Cases() {
  static const auto* const cases = [] {
    auto* read = new std::vector<Case>;
    for (const TextCase& c : ReadTextCases("answers.txt", 2)) {
      Case& one = read->emplace_back(Case{c.text, c.fields[0], {}});
      for (size_t i = 1; i < c.fields.size(); ++i) {
        if (c.fields[i] != "-") one.answers.push_back(c.fields[i]);
      }
    }
    return read;
  }();
  return *cases;
}

const char* const kExamples[] = {"label", "guide", "science"};

TEST(AnswersTest, Cases) {
  ASSERT_GT(Cases().size(), 20u);
  size_t answerable = 0;
  std::string withheld;
  for (const Case& c : Cases()) {
    const OpenFile file(FileOf({Example(c.article)}));
    const bool silent = file.Ask(0, c.question, PITH_DEFAULT_THRESHOLD).empty();
    if (c.answers.empty()) {
      EXPECT_TRUE(silent) << c.question;
      continue;
    }
    ++answerable;
    if (silent) withheld += c.question + " ";
    const std::vector<pith_answer> answers = file.Ask(0, c.question);
    const std::string best = answers.empty() ? "-" : AsString(answers[0].text);
    EXPECT_NE(std::find(c.answers.begin(), c.answers.end(), best), c.answers.end())
        << c.question << " " << best << ", not " << c.answers[0];
  }
  // The best guess is always right; of ten such answers one may be held back as too doubtful.
  EXPECT_LE(std::count(withheld.begin(), withheld.end(), '?'), static_cast<int64_t>(answerable / 10)) << withheld;
}

TEST(AnswersTest, WhatTheTextDoesNotStateIsNoAnswer) {
  std::string text;
  std::unique_ptr<OpenFile> file;
  size_t cases = 0;
  for (const TextCase& c : ReadTextCases("refused.txt", 2)) {
    if (c.text != text) file = std::make_unique<OpenFile>(FileOf({Compiled("text", text = c.text)}));
    const std::vector<pith_answer> answers = file->Ask(0, c.fields[0], PITH_DEFAULT_THRESHOLD);
    EXPECT_EQ(answers.empty() ? "-" : AsString(answers[0].text), c.fields[1]) << c.fields[0];
    ++cases;
  }
  EXPECT_GT(cases, 20u);
}

TEST(AnswersTest, AnswersAreWhole) {
  size_t cases = 0;
  for (const TextCase& c : ReadTextCases("whole.txt", 2)) {
    const OpenFile file(FileOf({Compiled("text", c.text)}));
    const std::vector<pith_answer> answers = file.Ask(0, c.fields[0]);
    EXPECT_EQ(answers.empty() ? "-" : AsString(answers[0].text), c.fields[1]) << c.fields[0];
    ++cases;
  }
  EXPECT_GT(cases, 10u);
}

TEST(AnswersTest, WhatIsNotPlainlyStatedIsMarked) {
  const OpenFile file(FileOf({Compiled(
      "text",
      "Police denied that they shot the driver. The bridge will open in 2030. The farm was not sold to Ann.")}));
  const auto best = [&file](const char* question) {
    const std::vector<pith_answer> answers = file.Ask(0, question);
    return answers.empty() ? pith_answer{} : answers[0];
  };
  const pith_answer denied = best("What did the police deny?");
  EXPECT_EQ(denied.modality, PITH_DENIED) << AsString(denied.text);
  EXPECT_EQ(denied.attribution.size, 0u) << "nobody says so";
  EXPECT_EQ(best("When will the bridge open?").modality, PITH_PLANNED);
  const pith_answer negated = best("Who was the farm not sold to?");
  EXPECT_EQ(AsString(negated.text), "Ann");
  EXPECT_EQ(negated.negated, 1);
  EXPECT_EQ(negated.modality, PITH_STATED);
}

TEST(AnswersTest, PromisesHoldForEveryAnswer) {
  uint32_t seen = 0;
  for (const std::string name : kExamples) {
    const OpenFile file(FileOf({Example("guide"), Example(name == "guide" ? "science" : name)}));
    for (const Case& c : Cases()) {
      for (const uint32_t article : {0u, 1u, PITH_ALL_ARTICLES}) {
        const std::vector<pith_answer> answers = file.Ask(article, c.question);
        for (size_t i = 0; i < answers.size(); ++i, ++seen) {
          const pith_answer& a = answers[i];
          pith_article in;
          pith_sentence sentence;
          ASSERT_EQ(pith_get_article(file.get(), a.article, &in), PITH_OK);
          ASSERT_EQ(pith_get_sentence(file.get(), a.article, a.sentence, &sentence), PITH_OK);
          ASSERT_TRUE(article == PITH_ALL_ARTICLES || a.article == article);
          ASSERT_EQ(AsString(a.text), AsString(in.text).substr(a.begin, a.end - a.begin));
          ASSERT_GT(a.text.size, 0u);
          ASSERT_EQ(AsString(a.evidence), AsString(sentence.text));
          ASSERT_EQ(a.evidence_at.begin, sentence.begin);
          ASSERT_EQ(a.evidence_at.end, sentence.end);
          ASSERT_GE(a.begin, sentence.begin);
          ASSERT_LE(a.end, sentence.end);
          ASSERT_EQ(AsString(a.evidence).substr(a.begin - a.evidence_at.begin, a.text.size), AsString(a.text));
          const bool dated = a.value.kind == PITH_VALUE_DATE || a.value.kind == PITH_VALUE_DURATION;
          ASSERT_EQ(dated, a.value.iso.size != 0) << AsString(a.text);
          ASSERT_LE(a.confidence, i == 0 ? 10000 : answers[i - 1].confidence);
          for (size_t k = 0; k < i; ++k) {
            const pith_answer& b = answers[k];
            ASSERT_TRUE(a.article != b.article || a.end <= b.begin || b.end <= a.begin)
                << c.question << ": " << AsString(a.text) << " overlaps " << AsString(b.text);
            ASSERT_NE(AsString(a.text), AsString(b.text)) << c.question;
          }
        }
      }
    }
  }
  EXPECT_GT(seen, 1000u);
}

std::string Shown(const pith_value& value) {
  return std::to_string(value.kind) + "," + std::to_string(value.hedge) + "," + std::to_string(value.mantissa) + "," +
         std::to_string(value.scale) + "," + AsString(value.unit) + "," + AsString(value.iso);
}

// All of an answer but the number of its article.
std::string Shown(const std::vector<pith_answer>& answers) {
  std::string out;
  for (const pith_answer& a : answers) {
    out += AsString(a.text) + "|" + std::to_string(a.sentence) + "|" + std::to_string(a.begin) + "-" +
           std::to_string(a.end) + "|" + std::to_string(a.confidence) + "|" + Shown(a.value) + "|" +
           AsString(a.resolved) + "|" + AsString(a.attribution) + "\n";
  }
  return out;
}

TEST(AnswersTest, OneArticleOfManyAnswersAsIfItWereAlone) {
  std::vector<compiler::PartInput> parts;
  for (int i = 0; i < 20; ++i) {
    compiler::Analysis other = i % 2 == 0 ? Boats() : Observatory();
    other.article.id += std::to_string(i);
    parts.push_back(PartOf(other));
  }
  for (const std::string name : kExamples) parts.push_back(Example(name));
  const OpenFile many(FileOf(parts));
  for (uint32_t i = 0; i < 3; ++i) {
    const OpenFile alone(FileOf({Example(kExamples[i])}));
    for (const Case& c : Cases()) {
      const std::string wanted = Shown(alone.Ask(0, c.question));
      EXPECT_EQ(Shown(many.Ask(20 + i, c.question)), wanted) << kExamples[i] << ": " << c.question;
      EXPECT_EQ(Shown(alone.Ask(PITH_ALL_ARTICLES, c.question)), wanted) << c.question;
    }
  }
}

}  // namespace
}  // namespace pith::testing
