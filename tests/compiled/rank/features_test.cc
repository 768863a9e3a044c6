// The cases of tests/compiled/cases/features.txt, and what no text decides.

#include "engine/rank/features.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "engine/rank/candidates.h"
#include "tests/support/asking.h"
#include "tests/support/text_cases.h"

namespace pith::testing {
namespace {

const std::map<std::string, DenseFeature>& Names() {
  static const auto* const names = new std::map<std::string, DenseFeature>{
      {"matched_inside", kDenseMatchedInside},
      {"all_matched_inside", kDenseAllMatchedInside},
      {"governor_matched", kDenseGovernorMatched},
      {"focus_is_head", kDenseFocusIsHead},
      {"focus_inside", kDenseFocusInside},
      {"focus_beside", kDenseFocusBeside},
      {"verb_inside", kDenseVerbInside},
      {"starts_sentence", kDenseStartsSentence},
      {"is_entity", kDenseIsEntity},
      {"subject_of_verb", kDenseSubjectOfVerb},
      {"object_of_verb", kDenseObjectOfVerb},
      {"head_is_name", kDenseHeadIsName},
      {"nothing_matched_inside", kDenseNothingMatchedInside},
      {"foreign_object", kDenseForeignObject},
      {"has_cue", kDenseHasCue},
  };
  return *names;
}

// An article that is asked; the description of each of its candidates.
class Asked {
 public:
  explicit Asked(const std::string& text) : file_(FileOf({Compiled("case", text)})) {
    EXPECT_EQ(OpenIndex(AsBytes(file_), AsBytes(LanguageBlock()), &index_), PITH_OK);
  }

  // Calls visit(words of the candidate, its features) for all that could answer.
  template <typename Visit>
  void ForEach(const std::string& question, Visit visit) const {
    const auto work = std::make_unique<CandidateWork>();
    const auto ranking = std::make_unique<Ranking>();
    ASSERT_EQ(RankSentences(index_, 0, AsBytes(question), work.get(), ranking.get()), PITH_OK);
    ForEachCandidate(index_, *ranking, work.get(),
                     [&](const SentenceCursor& sentence, const CandidateRecord& record, const FeatureList& features) {
                       const SentenceContext& c = sentence.context();
                       const Range span = c.scan->SpanOf(*c.part, record.first, record.last);
                       visit(AsString(c.part->Text(span)), features);
                     });
  }

 private:
  const std::string file_;
  OpenedIndex index_;
};

TEST(FeaturesTest, Cases) {
  int checked = 0;
  for (const TextCase& c : ReadTextCases("features.txt", 3)) {
    SCOPED_TRACE("line " + std::to_string(c.line));
    bool found = false;
    Asked(c.text).ForEach(c.fields[0], [&](const std::string& candidate, const FeatureList& features) {
      if (candidate != c.fields[1] || found) return;
      found = true;
      std::istringstream wanted(c.fields[2]);
      for (std::string pair; wanted >> pair; ++checked) {
        const size_t equals = pair.find('=');
        const auto name = Names().find(pair.substr(0, equals));
        ASSERT_NE(name, Names().end()) << pair;
        EXPECT_EQ(std::to_string(features.dense[name->second]), pair.substr(equals + 1)) << pair;
      }
    });
    EXPECT_TRUE(found) << "no candidate \"" << c.fields[1] << "\"";
  }
  EXPECT_GT(checked, 20);
}

TEST(FeaturesTest, EveryPlaceIsThatOfAWeight) {
  const Asked asked(
      "Jane Doe, the mayor, opened 33 mills in Hallam and Brund on Sunday because people asked for them.");
  int candidates = 0;
  for (const char* const question : {"Who opened the mills?", "How many mills opened?", "What are mills made of?",
                                     "Why did Jane Doe open mills?", "mills Hallam"}) {
    asked.ForEach(question, [&](const std::string&, const FeatureList& features) {
      ++candidates;
      EXPECT_LE(features.dense_at + kDenseFeatures, kTypesAt);
      EXPECT_EQ(features.dense_at % kDenseFeatures, 0u);
      for (const uint8_t value : features.dense) EXPECT_LE(value, kWholly);
      const uint32_t begins[] = {kTypesAt, kKindSlotsAt, kRoleSlotsAt, kFormsAt, kRoleTypesAt, kFitsAt};
      const uint32_t ends[] = {kKindSlotsAt, kRoleSlotsAt, kFitsAt, kRoleTypesAt, kRankerWeights, kFormsAt};
      for (uint32_t w = 0; w < kWholeFeatures; ++w) {
        EXPECT_GE(features.whole[w], begins[w]) << w;
        EXPECT_LT(features.whole[w], ends[w]) << w;
      }
    });
  }
  EXPECT_GT(candidates, 20);
}

TEST(FeaturesTest, WhatTheQuestionNamesIsNoAnswer) {
  const Asked asked("Jane Doe met Karl Stein in Hallam.");
  bool stein = false;
  asked.ForEach("Who did Jane Doe meet?", [&](const std::string& candidate, const FeatureList&) {
    EXPECT_NE(candidate, "Jane Doe");
    stein |= candidate == "Karl Stein";
  });
  EXPECT_TRUE(stein);
}

}  // namespace
}  // namespace pith::testing
