#include "tools/compiler/suggest/suggest.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "engine/index/part.h"
#include "engine/verify/verify.h"
#include "gtest/gtest.h"
#include "tests/compiler/model_sentences.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tests/support/small_index.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"
#include "tools/compiler/facts/claims.h"
#include "tools/compiler/facts/facts.h"
#include "tools/compiler/rank/rank.h"
#include "tools/compiler/suggest/drafts.h"
#include "tools/compiler/suggest/keep_answered.h"
#include "tools/compiler/write/index_writer.h"

namespace pith::compiler {
namespace {

using testing::AsBytes;
using testing::AsString;
using testing::TestLanguage;

std::string Shown(const Analysis& analysis, const Suggestion& suggestion) {
  return absl::StrCat(
      suggestion.question, " = ",
      absl::string_view(analysis.article.text).substr(suggestion.begin, suggestion.end - suggestion.begin));
}

TEST(Suggest, QuestionsAsWritten) {
  for (WrittenCase& written : ReadCases("suggest.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindEntities(&written.analysis, TestLanguage());
    ResolveReferences(&written.analysis, TestLanguage());
    FindClaims(&written.analysis);
    RankSentences(&written.analysis, TestLanguage());
    FindFacts(&written.analysis, TestLanguage());
    std::vector<std::string> found;
    std::string all;
    for (uint32_t s = 0; s < written.analysis.sentences.size(); ++s) {
      for (const SuggestionDraft& draft : DraftQuestions(written.analysis, TestLanguage(), s)) {
        found.push_back(Shown(written.analysis, draft.suggestion));
        absl::StrAppend(&all, "\n  ", found.back());
      }
    }
    for (const auto& [key, text] : written.expectations) {
      const std::string wanted = text;
      if (key == "count") {
        size_t count = 0;
        ASSERT_TRUE(absl::SimpleAtoi(text, &count));
        EXPECT_EQ(found.size(), count) << "found:" << all;
      } else if (key == "no") {
        EXPECT_FALSE(absl::StrContains(all, wanted)) << "found:" << all;
      } else {
        EXPECT_NE(std::find(found.begin(), found.end(), wanted), found.end()) << wanted << "\nfound:" << all;
      }
    }
  }
}

Article ArticleOf(const std::string& id, const std::string& text) {
  Article article;
  article.id = id;
  article.text = text;
  return article;
}

std::vector<std::string> SuggestedFor(const std::string& id, const std::string& text) {
  const absl::StatusOr<std::string> part = CompilePart(Analyze(ArticleOf(id, text), EnglishModels(), TestLanguage()),
                                                       TestLanguage(), EnglishModels().word_vectors());
  EXPECT_TRUE(part.ok()) << part.status();
  std::vector<std::string> found;
  Part opened;
  if (!part.ok() || !opened.Open(AsBytes(*part))) return found;
  EXPECT_EQ(VerifyPart(opened, TestLanguage()).message, nullptr);
  size_t bytes = 0;
  for (uint32_t i = 0; i < opened.suggestions.size(); ++i) {
    const Range range = opened.QuestionOf(i);
    found.push_back(AsString(opened.questions.Sub(range.begin, range.size())));
    bytes += found.back().size() + SuggestionRecord::kBytes;
  }
  EXPECT_LE(bytes, SuggestionBudget(text.size()));
  EXPECT_LE(found.size(), kMaxSuggestions);
  return found;
}

TEST(Suggest, ArticlesInWhichNothingCanBeAsked) {
  for (const char* text : {"", " ", "Lima", "Lima.", "12", "He did not.", "It may rain.", "Why?", "\xF0\x9F\x98\x80",
                           "Cheap shoes! Buy now!", "Прибытие поезда.", "I saw it there, and they said so."}) {
    EXPECT_TRUE(SuggestedFor("a", text).empty()) << text;
  }
}

TEST(Suggest, WhatIsKeptIsAnsweredByTheIndexItself) {
  const std::string text =
      "Ana Ruiz founded the Lume Museum in 1954. The museum was opened in Lima by Tom Berg on 3 May 1956. "
      "Tom Berg painted 40 portraits for the Lume Museum. It was sold in 1971.";
  const Article article = ArticleOf("a", text);
  const absl::StatusOr<std::string> part =
      CompilePart(Analyze(article, EnglishModels(), TestLanguage()), TestLanguage(), EnglishModels().word_vectors());
  ASSERT_TRUE(part.ok());
  const absl::StatusOr<std::string> file =
      WriteIndex({{"a", *part}}, testing::LanguageBlock(), false, EnglishModels().word_vectors());
  ASSERT_TRUE(file.ok());
  pith_index index;
  ASSERT_EQ(testing::Open(*file, &index), PITH_OK);
  pith_article found;
  ASSERT_EQ(pith_get_article(&index, 0, &found), PITH_OK);
  ASSERT_GT(found.suggestions, 0u);
  alignas(8) static uint8_t work[PITH_WORK_BYTES];
  for (uint32_t i = 0; i < found.suggestions; ++i) {
    pith_suggestion suggestion;
    ASSERT_EQ(pith_get_suggestion(&index, 0, i, &suggestion), PITH_OK);
    pith_answer answer;
    uint32_t count = 0;
    ASSERT_EQ(pith_ask(&index, 0, suggestion.question.data, suggestion.question.size, PITH_DEFAULT_THRESHOLD, work,
                       sizeof work, &answer, 1, &count),
              PITH_OK);
    ASSERT_EQ(count, 1u) << AsString(suggestion.question);
    EXPECT_EQ(answer.sentence, suggestion.sentence);
    EXPECT_LT(answer.begin, suggestion.end);
    EXPECT_LT(suggestion.begin, answer.end);
  }
}

}  // namespace
}  // namespace pith::compiler
