#include "tools/compiler/candidates/candidates.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr const char* kKinds[] = {"nominal", "name",   "number",  "time",     "duration", "oblique",
                                  "list",    "clause", "purpose", "modifier", "predicate"};

// The candidate whose words are `words`, or null.
const Candidate* Find(const Analysis& analysis, const std::string& words) {
  for (const Candidate& c : analysis.candidates) {
    if (TextOf(analysis, c.span) == words) return &c;
  }
  return nullptr;
}

TEST(Candidates, FoundAsWritten) {
  for (WrittenCase& written : ReadCases("candidates.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindCandidates(&written.analysis);
    for (const auto& [key, words] : written.expectations) {
      const Candidate* found = Find(written.analysis, words);
      if (key == "none") {
        EXPECT_EQ(found, nullptr) << words;
      } else if (found == nullptr) {
        ADD_FAILURE() << "missing " << key << ": " << words;
      } else if (key == "want value") {
        EXPECT_GE(found->value, 0) << words;
      } else if (key == "want no value") {
        EXPECT_EQ(found->value, -1) << words;
      } else if (key == "want entity") {
        EXPECT_GE(found->entity, 0) << words;
      } else {
        EXPECT_EQ(absl::StrCat("want ", kKinds[static_cast<int>(found->kind)]), key) << words;
      }
    }
  }
}

TEST(Candidates, OrderedDistinctAndInside) {
  for (WrittenCase& written : ReadCases("candidates.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    FindCandidates(&written.analysis);
    const auto place = [](const Candidate& c) { return std::tie(c.span.sentence, c.span.first, c.span.last); };
    const std::vector<Candidate>& found = written.analysis.candidates;
    for (size_t i = 0; i < found.size(); ++i) {
      if (i > 0) {
        EXPECT_LT(place(found[i - 1]), place(found[i]));
      }
      EXPECT_LT(found[i].span.first, found[i].span.last);
      EXPECT_LE(found[i].span.last, written.analysis.sentences[found[i].span.sentence].tokens.size());
      EXPECT_GE(found[i].span.head, found[i].span.first);
      EXPECT_LT(found[i].span.head, found[i].span.last);
    }
  }
}

TEST(Candidates, AtMostTheLimitAndNamesSurviveIt) {
  // "n1 n2 ... n120": every word a phrase of its own.
  Analysis analysis;
  Sentence sentence;
  for (uint32_t i = 0; i < 120; ++i) {
    Token token;
    token.begin = static_cast<uint32_t>(analysis.article.text.size());
    token.folded = token.lemma = absl::StrCat("n", i);
    absl::StrAppend(&analysis.article.text, token.folded, " ");
    token.end = static_cast<uint32_t>(analysis.article.text.size() - 1);
    token.pos = Pos::kNoun;
    token.head = i == 0 ? -1 : 0;
    token.rel = i == 0 ? Rel::kRoot : Rel::kObl;
    sentence.tokens.push_back(token);
  }
  analysis.sentences.push_back(sentence);
  analysis.names.push_back({Span{0, 117, 119, 118}, NameType::kPlace});
  FindCandidates(&analysis);
  EXPECT_EQ(analysis.candidates.size(), static_cast<size_t>(kMaxSentenceCandidates));
  ASSERT_NE(Find(analysis, "n117 n118"), nullptr);
  EXPECT_EQ(Find(analysis, "n117 n118")->kind, CandidateKind::kName);
}

TEST(Candidates, NothingFromNothing) {
  Analysis analysis;
  analysis.sentences.emplace_back();
  analysis.candidates.emplace_back();
  FindCandidates(&analysis);
  EXPECT_TRUE(analysis.candidates.empty());
}

}  // namespace
}  // namespace pith::compiler
