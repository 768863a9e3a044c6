// pith_summarize through the C interface.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/asking.h"

namespace pith::testing {
namespace {

// Short and long sentences, so that what fits a budget of bytes is plain to see.
compiler::Analysis Storm() {
  compiler::Analysis a = Sketch("storm", {"Ferries wait.", "A storm closed the harbour of Orrendale for a week.",
                                          "Nobody sailed.", "The pilots painted the lighthouse.", "Gulls slept."});
  a.importance = {3000, 9000, 2000, 7000, 1000};
  a.summary_order = {1, 3, 0, 2, 4};
  return a;
}

std::vector<uint32_t> Numbers(const std::vector<pith_sentence>& sentences) {
  std::vector<uint32_t> numbers;
  for (const pith_sentence& sentence : sentences) numbers.push_back(sentence.number);
  return numbers;
}

class SummarizeTest : public ::testing::Test {
 protected:
  SummarizeTest() : file_(IndexOf({Storm(), Harbour()})) {}

  std::vector<uint32_t> Summary(pith_budget budget, const std::string& query = "", uint32_t capacity = 100) {
    return Numbers(file_.Summarize(0, budget, query, capacity));
  }

  OpenFile file_;
};

using Chosen = std::vector<uint32_t>;

TEST_F(SummarizeTest, TheBestInReadingOrder) {
  EXPECT_EQ(Summary({1, 0, PITH_BY_RANK}), Chosen({2}));
  EXPECT_EQ(Summary({2, 0, PITH_BY_RANK}), Chosen({2, 4}));
  EXPECT_EQ(Summary({3, 0, PITH_BY_RANK}), Chosen({1, 2, 4}));
  EXPECT_EQ(Summary({0, 0, PITH_BY_RANK}), Chosen({1, 2, 3, 4, 5})) << "no limit";
  EXPECT_EQ(Summary({9, 0, PITH_BY_RANK}), Chosen({1, 2, 3, 4, 5}));
}

TEST_F(SummarizeTest, TheFirstByLead) {
  for (uint32_t n = 1; n <= 5; ++n) {
    const Chosen chosen = Summary({n, 0, PITH_BY_LEAD});
    ASSERT_EQ(chosen.size(), n);
    EXPECT_EQ(chosen.front(), 1u);
    EXPECT_EQ(chosen.back(), n);
  }
}

TEST_F(SummarizeTest, TheRoomIsALimitToo) {
  EXPECT_EQ(Summary({3, 0, PITH_BY_RANK}, "", 2), Chosen({2, 4}));
  EXPECT_EQ(Summary({3, 0, PITH_BY_RANK}, "", 0), Chosen());
  EXPECT_EQ(Summary({3, 0, PITH_BY_RANK}, "gulls", 1), Chosen({5}));
}

TEST_F(SummarizeTest, AQueryBringsItsSentences) {
  EXPECT_EQ(Summary({1, 0, PITH_BY_RANK}, "gulls"), Chosen({5}));
  EXPECT_EQ(Summary({1, 0, PITH_BY_RANK}, "Who sailed?"), Chosen({3}));
  EXPECT_EQ(Summary({2, 0, PITH_BY_RANK}, "Gull"), Chosen({2, 5})) << "filled up with the best";
  EXPECT_EQ(Summary({1, 0, PITH_BY_RANK}, "Orrendael"), Chosen({2})) << "misspelled";
  EXPECT_EQ(Summary({0, 0, PITH_BY_RANK}, "gulls"), Chosen({1, 2, 3, 4, 5})) << "none twice";
  EXPECT_EQ(Summary({2, 0, PITH_BY_RANK}, "volcano"), Chosen({2, 4})) << "nothing is about it";
  EXPECT_EQ(Summary({2, 0, PITH_BY_RANK}, "who is it"), Chosen({2, 4})) << "stop words alone are no query";
}

bool LeansOnTheOneBefore(const pith_sentence& sentence) {
  for (const std::string word :
       {"This", "That", "These", "Those", "Such", "It", "He", "She", "They", "His", "Her", "Their", "Its"}) {
    if (std::string(sentence.text.data, std::min<size_t>(sentence.text.size, word.size())) == word) return true;
  }
  return false;
}

// Every budget from nothing to more than the whole article, by every method.
void CheckEveryByteBudget(const OpenFile& file, uint32_t article, const std::string& query) {
  pith_article info;
  ASSERT_EQ(pith_get_article(file.get(), article, &info), PITH_OK);
  for (const uint32_t method : {PITH_BY_RANK, PITH_BY_LEAD}) {
    size_t most = 0;
    for (uint32_t bytes = 1; bytes <= info.text.size + info.sentences + 2; ++bytes) {
      const auto sentences = file.Summarize(article, {0, bytes, method}, query);
      const std::string text = Joined(sentences);
      ASSERT_LE(text.size(), bytes);
      most = std::max(most, text.size());
      const std::vector<uint32_t> numbers = Numbers(sentences);
      ASSERT_TRUE(std::is_sorted(numbers.begin(), numbers.end())) << bytes;
      ASSERT_EQ(std::set<uint32_t>(numbers.begin(), numbers.end()).size(), numbers.size()) << "one twice at " << bytes;
      // By rank, nothing that is left out would have fitted.
      for (uint32_t number = 1; number <= info.sentences && method == PITH_BY_RANK; ++number) {
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) continue;
        pith_sentence sentence;
        ASSERT_EQ(pith_get_sentence(file.get(), article, number, &sentence), PITH_OK);
        if (LeansOnTheOneBefore(sentence)) continue;  // it may lack its support
        ASSERT_GT(text.size() + sentence.text.size + (text.empty() ? 0 : 1), bytes) << "sentence " << number;
      }
    }
    const auto all = file.Summarize(article, {0, 0, method}, query);
    EXPECT_EQ(most, Joined(all).size()) << "the largest budgets hold all";
    EXPECT_EQ(all.size(), info.sentences);
  }
}

TEST_F(SummarizeTest, NoBudgetOfBytesIsEverPassed) {
  for (const std::string query : {"", "gulls", "pilots of Orrendale"}) CheckEveryByteBudget(file_, 0, query);
}

TEST(SummarizeCompiledTest, NoBudgetOfBytesIsEverPassed) {
  for (const std::string name : {"label", "guide", "science"}) {
    const OpenFile file(FileOf({Example(name)}));
    CheckEveryByteBudget(file, 0, "");
  }
}

TEST_F(SummarizeTest, BothBudgetsHoldTogether) {
  // "Ferries wait." has 13 bytes, "Gulls slept." 12, "Nobody sailed." 14.
  EXPECT_EQ(Summary({0, 13, PITH_BY_RANK}), Chosen({1}));
  EXPECT_EQ(Summary({0, 12, PITH_BY_RANK}), Chosen({5}));
  EXPECT_EQ(Summary({0, 11, PITH_BY_RANK}), Chosen());
  EXPECT_EQ(Summary({0, 27, PITH_BY_RANK}), Chosen({1, 5})) << "14 more do not fit with the space";
  EXPECT_EQ(Summary({0, 28, PITH_BY_RANK}), Chosen({1, 3}));
  EXPECT_EQ(Summary({1, 28, PITH_BY_RANK}), Chosen({1}));
  EXPECT_EQ(Summary({0, 0xFFFFFFFF, PITH_BY_RANK}).size(), 5u);
}

TEST_F(SummarizeTest, SentencesAreViewsOfTheArticle) {
  for (const pith_sentence& chosen : file_.Summarize(0, {3, 0, PITH_BY_RANK}, "lighthouse")) {
    pith_sentence sentence;
    ASSERT_EQ(pith_get_sentence(file_.get(), 0, chosen.number, &sentence), PITH_OK);
    EXPECT_EQ(chosen.text.data, sentence.text.data);
    EXPECT_EQ(chosen.text.size, sentence.text.size);
    EXPECT_EQ(chosen.importance, sentence.importance);
    EXPECT_EQ(chosen.begin, sentence.begin);
    EXPECT_EQ(chosen.article, 0u);
  }
}

TEST_F(SummarizeTest, AnArticleIsSummarizedAsIfAlone) {
  const OpenFile alone(IndexOf({Storm()}));
  std::vector<compiler::Analysis> articles(30, Harbour());
  for (size_t i = 0; i < articles.size(); ++i) articles[i].article.id += std::to_string(i);
  articles[21] = Storm();
  const OpenFile many(IndexOf(articles));
  for (const std::string query : {"", "harbour", "painted gulls", "Orrendael"}) {
    for (uint32_t n = 1; n < 5; ++n) {
      EXPECT_EQ(Numbers(many.Summarize(21, {n, 0, PITH_BY_RANK}, query)),
                Numbers(alone.Summarize(0, {n, 0, PITH_BY_RANK}, query)))
          << query;
    }
  }
}

// "This ..." says little without the sentence before it; "She ..." is known to be Ada Verne.
class LeaningTest : public ::testing::Test {
 protected:
  static compiler::Analysis Comet() {
    compiler::Analysis a = Sketch("comet", {"Ada Verne saw a comet over the long wall of the old observatory.",
                                            "This surprised the town.", "She slept.", "Owls hooted."});
    a.sentences[1].leans_on = 0;
    a.sentences[2].tokens[0].folded = "she";
    a.importance = {9000, 8000, 7000, 1000};
    a.summary_order = {0, 1, 2, 3};
    a.entities = {{"Ada Verne", NameType::kPerson, {}}};
    a.mentions = {{SpanOf(a, 0, "Ada Verne"), 0, true}, {SpanOf(a, 2, "She"), 0, false}};
    a.candidates = {{SpanOf(a, 2, "She"), CandidateKind::kNominal, -1, 0}};
    return a;
  }
  LeaningTest() : file_(IndexOf({Comet()})) {}
  OpenFile file_;
};

TEST_F(LeaningTest, ComesWithItsSupportOrNotAtAll) {
  EXPECT_EQ(Numbers(file_.Summarize(0, {2, 0, PITH_BY_RANK})), Chosen({1, 2}));
  for (uint32_t bytes = 0; bytes < 140; ++bytes) {
    for (const std::string query : {"", "What surprised the town?"}) {
      const std::vector<uint32_t> chosen = Numbers(file_.Summarize(0, {0, bytes, PITH_BY_RANK}, query));
      const std::set<uint32_t> all(chosen.begin(), chosen.end());
      EXPECT_TRUE(all.count(2) == 0 || all.count(1) == 1) << bytes << " bytes for '" << query << "'";
    }
  }
  EXPECT_EQ(Numbers(file_.Summarize(0, {0, 30, PITH_BY_RANK})), Chosen({3, 4})) << "others take its place";
  EXPECT_EQ(Numbers(file_.Summarize(0, {2, 0, PITH_BY_RANK}, "surprised")), Chosen({1, 2})) << "both";
  EXPECT_NE(Numbers(file_.Summarize(0, {1, 0, PITH_BY_RANK}, "surprised")), Chosen({2})) << "no room for both";
}

TEST_F(LeaningTest, ANameStandsBesideAPronoun) {
  const auto sentences = file_.Summarize(0, {3, 0, PITH_BY_RANK});
  ASSERT_EQ(Numbers(sentences), Chosen({1, 2, 3}));
  EXPECT_EQ(std::string(sentences[2].resolved.data, sentences[2].resolved.size), "Ada Verne");
  EXPECT_EQ(sentences[0].resolved.size, 0u) << "it says the name itself";
  EXPECT_EQ(sentences[1].resolved.size, 0u);
  EXPECT_EQ(std::string(sentences[2].text.data, sentences[2].text.size), "She slept.") << "the text is not altered";
}

TEST(KeyFactsTest, OneOfEachSentenceFirst) {
  compiler::Analysis a = Sketch("facts", {"Rain fell on Lume and roofs leaked.", "It stopped.", "Boats came."});
  a.facts = {FactOf(a, 0, "Rain", "fell on", "Lume", 9000), FactOf(a, 0, "roofs", "leaked", "", 8000),
             FactOf(a, 1, "It", "stopped", "", 8500), FactOf(a, 2, "Boats", "came", "", 5000)};
  const OpenFile file(IndexOf({a}));
  pith_fact facts[8];
  uint32_t count = 0;
  ASSERT_EQ(pith_key_facts(file.get(), 0, 0, facts, 8, &count), PITH_OK);
  ASSERT_EQ(count, 4u);
  std::vector<std::string> subjects;
  for (uint32_t i = 0; i < count; ++i) subjects.emplace_back(facts[i].subject.data, facts[i].subject.size);
  EXPECT_EQ(subjects, (std::vector<std::string>{"Rain", "Boats", "It", "roofs"}));
  ASSERT_EQ(pith_key_facts(file.get(), 0, 0, facts, 2, &count), PITH_OK);
  EXPECT_EQ(count, 2u);
  ASSERT_EQ(pith_key_facts(file.get(), 0, 3, facts, 8, &count), PITH_OK);
  ASSERT_EQ(count, 1u) << "the second page";
  EXPECT_EQ(std::string(facts[0].subject.data, facts[0].subject.size), "roofs");
  ASSERT_EQ(pith_key_facts(file.get(), 0, 4, facts, 8, &count), PITH_OK);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_key_facts(file.get(), 0, 0, nullptr, 0, &count), PITH_OK);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(pith_key_facts(file.get(), 1, 0, facts, 8, &count), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(pith_key_facts(file.get(), 0, 0, nullptr, 8, &count), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_key_facts(nullptr, 0, 0, facts, 8, &count), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_key_facts(file.get(), 0, 0, facts, 8, nullptr), PITH_INVALID_ARGUMENT);
}

TEST_F(SummarizeTest, AnEmptyArticleHasAnEmptySummary) {
  compiler::Analysis blank;
  blank.article.id = "blank";
  const OpenFile file(IndexOf({blank}));
  EXPECT_TRUE(file.Summarize(0, {3, 0, PITH_BY_RANK}).empty());
  EXPECT_TRUE(file.Summarize(0, {0, 100, PITH_BY_LEAD}).empty());
  EXPECT_TRUE(file.Summarize(0, {0, 100, PITH_BY_RANK}, "gulls").empty());
}

TEST_F(SummarizeTest, EveryErrorHasItsStatus) {
  WorkSpace work;
  pith_sentence out[4];
  const auto status = [&](const pith_index* index, uint32_t article, pith_budget budget, const char* query,
                          uint64_t size, void* space, uint64_t space_size, pith_sentence* sentences) {
    uint32_t count = 99;
    const pith_status result =
        pith_summarize(index, article, budget, query, size, space, space_size, sentences, 4, &count);
    EXPECT_TRUE(result == PITH_OK || count == 0);
    return result;
  };
  const uint64_t size = sizeof work.bytes, needed = pith_work_size(file_.get());
  const pith_budget two = {2, 0, PITH_BY_RANK};
  const std::string longer(PITH_MAX_QUESTION_BYTES + 1, 'x');
  EXPECT_EQ(status(file_.get(), 0, two, nullptr, 0, nullptr, 0, out), PITH_OK) << "no query needs no space";
  EXPECT_EQ(status(file_.get(), 2, two, nullptr, 0, nullptr, 0, out), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(status(file_.get(), PITH_ALL_ARTICLES, two, nullptr, 0, nullptr, 0, out), PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(status(file_.get(), 0, two, longer.data(), longer.size(), work.bytes, size, out), PITH_QUESTION_TOO_LONG);
  EXPECT_EQ(status(file_.get(), 0, two, "gulls", 5, nullptr, 0, out), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(file_.get(), 0, two, "gulls", 5, work.bytes, needed - 1, out), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(file_.get(), 0, two, "gulls", 5, work.bytes + 4, needed, out), PITH_WORK_TOO_SMALL);
  EXPECT_EQ(status(file_.get(), 0, two, nullptr, 5, work.bytes, size, out), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(file_.get(), 0, two, "gulls", 5, work.bytes, size, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(status(file_.get(), 0, {2, 0, 2}, "", 0, nullptr, 0, out), PITH_INVALID_ARGUMENT) << "no such method";
  EXPECT_EQ(status(nullptr, 0, two, "", 0, nullptr, 0, out), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_summarize(file_.get(), 0, two, "", 0, nullptr, 0, out, 4, nullptr), PITH_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace pith::testing
