#include "tools/compiler/facts/facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"
#include "tools/compiler/facts/claims.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/rank/rank.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

std::string Shown(const Analysis& analysis, const Fact& fact) {
  std::string text = absl::StrCat(fact.subject, " | ", fact.relation, " | ", fact.object);
  text = std::string(absl::StripTrailingAsciiWhitespace(text));
  if (fact.when >= 0) absl::StrAppend(&text, " | when=", analysis.values[static_cast<size_t>(fact.when)].iso);
  if (!fact.where.empty()) absl::StrAppend(&text, " | where=", fact.where);
  if (!fact.attribution.empty()) absl::StrAppend(&text, " | by=", fact.attribution);
  // The date of an event is told by `when`.
  if (fact.value >= 0 && analysis.values[static_cast<size_t>(fact.value)].kind != ValueKind::kDate) {
    absl::StrAppend(&text, " | value=", TextOf(analysis, analysis.values[static_cast<size_t>(fact.value)].span));
  }
  if (fact.negated) text += " | not";
  if (fact.modality != Modality::kNone) absl::StrAppend(&text, " | ", ModalityName(fact.modality));
  return text;
}

void ReadSentences(Analysis* analysis) {
  FindEntities(analysis, TestLanguage());
  ResolveReferences(analysis, TestLanguage());
  FindClaims(analysis);
  RankSentences(analysis, TestLanguage());
  FindFacts(analysis, TestLanguage());
}

TEST(Facts, FoundAsWritten) {
  for (WrittenCase& written : ReadCases("facts.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    ReadSentences(&written.analysis);
    std::vector<std::string> found;
    std::string all;
    for (const Fact& fact : written.analysis.facts) {
      found.push_back(Shown(written.analysis, fact));
      absl::StrAppend(&all, "\n  ", found.back());
    }
    for (const auto& [key, text] : written.expectations) {
      if (key == "count") {
        size_t count = 0;
        ASSERT_TRUE(absl::SimpleAtoi(text, &count));
        EXPECT_EQ(found.size(), count) << "found:" << all;
      } else if (key == "most") {
        const auto& facts = written.analysis.facts;
        const auto most = std::max_element(facts.begin(), facts.end(),
                                           [](const Fact& a, const Fact& b) { return a.importance < b.importance; });
        ASSERT_NE(most, facts.end());
        EXPECT_EQ(Shown(written.analysis, *most), text) << "found:" << all;
      } else {
        EXPECT_NE(std::find(found.begin(), found.end(), text), found.end()) << text << "\nfound:" << all;
      }
    }
  }
}

// Whatever is found lies within its sentence, says something, points at what exists, and comes in order of text.
TEST(Facts, AreWellFormed) {
  for (const char* file : {"facts.txt", "claims.txt", "entities.txt", "coreference.txt"}) {
    for (WrittenCase& written : ReadCases(file)) {
      SCOPED_TRACE(absl::StrCat(file, ", case of line ", written.line));
      Analysis& analysis = written.analysis;
      ReadSentences(&analysis);
      uint32_t last = 0;
      for (const Fact& fact : analysis.facts) {
        ASSERT_LT(fact.sentence, analysis.sentences.size());
        const Sentence& sentence = analysis.sentences[fact.sentence];
        EXPECT_LE(sentence.begin, fact.begin);
        EXPECT_LT(fact.begin, fact.end);
        EXPECT_LE(fact.end, sentence.end);
        EXPECT_LE(last, fact.begin);
        last = fact.begin;
        EXPECT_FALSE(fact.subject.empty());
        EXPECT_FALSE(fact.relation.empty());
        EXPECT_LT(fact.subject_entity, static_cast<int>(analysis.entities.size()));
        EXPECT_LT(fact.object_entity, static_cast<int>(analysis.entities.size()));
        EXPECT_LT(fact.value, static_cast<int>(analysis.values.size()));
        EXPECT_LT(fact.when, static_cast<int>(analysis.values.size()));
        EXPECT_LE(fact.confidence, 10000);
        EXPECT_LE(fact.importance, 10000);
      }
    }
  }
}

TEST(Facts, CountForMoreInImportantSentences) {
  WrittenCase written = ReadCases("facts.txt").front();
  ReadSentences(&written.analysis);
  const uint16_t before = written.analysis.facts.front().importance;
  written.analysis.importance = {10};
  FindFacts(&written.analysis, TestLanguage());
  EXPECT_LT(written.analysis.facts.front().importance, before);
}

}  // namespace
}  // namespace pith::compiler
