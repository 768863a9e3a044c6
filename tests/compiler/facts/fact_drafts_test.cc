#include "tools/compiler/facts/fact_drafts.h"

#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"
#include "tools/compiler/facts/claims.h"

namespace pith::compiler {
namespace {

// `2 burned 4`: a draft whose subject and object are the phrases headed by tokens 2 and 4 (from 1; 0: none).
Draft DraftOf(const SentenceReading& reading, const std::string& text) {
  const std::vector<std::string> parts = absl::StrSplit(text, ' ');
  Draft draft;
  draft.relation = parts.at(1);
  const auto phrase = [&](const std::string& number, std::string* words, int* head) {
    if (!absl::SimpleAtoi(number, head) || --*head < 0) return;
    *words = reading.Name(*head);
    for (int t : reading.Phrase(*head)) draft.evidence.push_back(t);
  };
  phrase(parts.at(0), &draft.subject, &draft.subject_head);
  phrase(parts.at(2), &draft.object, &draft.object_head);
  return draft;
}

std::string ShownDraft(const Analysis& analysis, const Fact& fact) {
  std::string text = absl::StrCat(fact.subject, " | ", fact.relation, " | ", fact.object);
  if (fact.subject_entity >= 0) {
    absl::StrAppend(&text, " | of=", analysis.entities[static_cast<size_t>(fact.subject_entity)].name);
  }
  if (fact.object_entity >= 0) {
    absl::StrAppend(&text, " | to=", analysis.entities[static_cast<size_t>(fact.object_entity)].name);
  }
  if (fact.value >= 0) {
    absl::StrAppend(&text, " | value=", TextOf(analysis, analysis.values[static_cast<size_t>(fact.value)].span));
  }
  if (!fact.attribution.empty()) absl::StrAppend(&text, " | by=", fact.attribution);
  return absl::StrCat(text, " | ", analysis.article.text.substr(fact.begin, fact.end - fact.begin));
}

// `draft:` (or `presupposed:`, the article's own word) adds one; `fact:` lines are all the facts that come of them:
// subject, relation, object, then any of of= (the entity that the subject names) to= (the object's) value=
// by=, and the evidence.
TEST(FactDrafts, BecomeFactsAsWritten) {
  for (WrittenCase& written : ReadCases("fact_drafts.txt")) {
    SCOPED_TRACE(absl::StrCat("case of line ", written.line));
    Analysis& analysis = written.analysis;
    FindEntities(&analysis, TestLanguage());
    ResolveReferences(&analysis, TestLanguage());
    FindClaims(&analysis);
    const SentenceReading reading(analysis, 0);
    FactDrafts drafts(reading);
    std::vector<std::string> expected, found;
    for (const auto& [key, text] : written.expectations) {
      if (key == "fact") {
        expected.push_back(text);
        continue;
      }
      Draft draft = DraftOf(reading, text);
      draft.presupposed = key == "presupposed";
      drafts.Add(draft);
    }
    for (const Fact& fact : drafts.Facts()) found.push_back(ShownDraft(analysis, fact));
    EXPECT_EQ(found, expected);
  }
}

}  // namespace
}  // namespace pith::compiler
