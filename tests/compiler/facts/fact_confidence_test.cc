#include "tools/compiler/facts/fact_confidence.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace pith::compiler {
namespace {

uint64_t Bit(FactFeature feature) { return uint64_t{1} << feature; }

TEST(FactConfidenceTest, IsAProbability) {
  for (int f = 0; f < kFactFeatureCount; ++f) {
    const uint16_t confidence = FactConfidence(Bit(kFactAlways) | Bit(static_cast<FactFeature>(f)));
    EXPECT_GT(confidence, 0);
    EXPECT_LT(confidence, 10000);
  }
  EXPECT_LE(FactConfidence(~uint64_t{0}), 10000) << "whatever the features";
  EXPECT_EQ(FactConfidence(0), 5000) << "of nothing nothing follows";
}

TEST(FactConfidenceTest, WhoIsNotKnownIsNotSigned) {
  const uint64_t clause = Bit(kFactAlways) | Bit(kFactRoot);
  EXPECT_LT(FactConfidence(clause | Bit(kFactPronounSubject)), FactConfidence(clause | Bit(kFactNamedSubject)));
  EXPECT_LT(FactConfidence(clause | Bit(kFactPronounSubject)), 5000);
}

// Drafts of the first sentence, whose words the case gives by their numbers.
uint64_t FeaturesOf(const char* subject, int subject_head, int clause, std::vector<int> evidence, bool attributed) {
  Analysis analysis;
  analysis.sentences.emplace_back();
  const char* const kWords[] = {"The", "dam", "broke", "there", "."};
  const Pos kTags[] = {Pos::kDet, Pos::kNoun, Pos::kVerb, Pos::kAdv, Pos::kPunct};
  const Rel kRels[] = {Rel::kDet, Rel::kNsubj, Rel::kRoot, Rel::kAdvmod, Rel::kPunct};
  const int kHeads[] = {1, 2, -1, 2, 2};
  for (int i = 0; i < 5; ++i) {
    Token token;
    token.begin = static_cast<uint32_t>(analysis.article.text.size());
    analysis.article.text += std::string(kWords[i]) + " ";
    token.end = static_cast<uint32_t>(analysis.article.text.size()) - 1;
    token.folded = token.lemma = kWords[i];
    token.pos = kTags[i];
    token.rel = kRels[i];
    token.head = kHeads[i];
    token.certainty = i == 1 ? 5 : 200;
    analysis.sentences[0].tokens.push_back(token);
  }
  const SentenceReading reading(analysis, 0);
  Draft draft;
  draft.subject = subject;
  draft.relation = "broke";
  draft.subject_head = subject_head;
  draft.clause = clause;
  draft.evidence = std::move(evidence);
  return FactFeaturesOf(reading, draft, attributed);
}

TEST(FactConfidenceTest, SeesSubjectClauseAndCertainty) {
  const uint64_t dam = FeaturesOf("the dam", 1, 2, {0, 1, 2}, false);
  for (const FactFeature f : {kFactAlways, kFactRoot, kFactDefiniteSubject, kFactNoObject, kFactLeast1, kFactCore1}) {
    EXPECT_TRUE(dam & Bit(f)) << f;
  }
  for (const FactFeature f : {kFactPronounSubject, kFactYou, kFactAttributed, kFactPointingObject, kFactNamedSubject}) {
    EXPECT_FALSE(dam & Bit(f)) << f;
  }
  EXPECT_TRUE(FeaturesOf("he", 1, 2, {1, 2}, false) & Bit(kFactPronounSubject));
  EXPECT_TRUE(FeaturesOf("you", -1, 2, {2}, true) & Bit(kFactYou));
  EXPECT_TRUE(FeaturesOf("you", -1, 2, {2}, true) & Bit(kFactAttributed));
  EXPECT_TRUE(FeaturesOf("the dam", 1, 2, {0, 1, 2, 3}, false) & Bit(kFactPointingObject));
  EXPECT_TRUE(FeaturesOf("his dam", 1, 2, {0, 1, 2}, false) & Bit(kFactOwnedSubject));
}

}  // namespace
}  // namespace pith::compiler
