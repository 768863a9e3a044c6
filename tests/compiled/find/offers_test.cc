#include "engine/find/offers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/find/sentences.h"
#include "tests/support/asking.h"

namespace pith::testing {
namespace {

class OffersTest : public ::testing::Test {
 protected:
  void SetUp() override {
    file_ = FileOf({Compiled("bell",
                             "The bell of Praha was cast by Anna Kovar. The bell weighs four tonnes. On 3 May 1990 the "
                             "bell fell silent for two years. Ropes of hemp are best.")});
    ASSERT_EQ(OpenIndex(AsBytes(file_), AsBytes(LanguageBlock()), &index_), PITH_OK);
    ASSERT_TRUE(OpenPart(index_, 0, &part_));
  }

  bool Offers(uint32_t sentence, OfferSort sort) const { return ((OffersOf(part_, sentence) >> sort) & 1) != 0; }

  // The sentences that are found for a question, best first.
  std::vector<uint32_t> Found(const std::string& question, bool by_what_they_offer) const {
    Query query;
    EXPECT_EQ(ReadQuery(index_.language, AsBytes(question), &query), PITH_OK);
    query.spelled.article = kNone;
    const auto work = std::make_unique<FindWork>();
    BeginFinding(index_, 0, work.get());
    if (by_what_they_offer) Want(index_.language, ReadQuestion(index_.language, query).kind, work.get());
    ScoredSentence found[8];
    BestSentences best = {found, 8};
    Meter meter;
    StepFinding(index_, &query, nullptr, work.get(), &meter, &best);
    std::vector<uint32_t> sentences;
    for (uint32_t i = 0; i < best.count; ++i) sentences.push_back(found[i].sentence);
    return sentences;
  }

  std::string file_;
  OpenedIndex index_;
  Part part_;
};

TEST_F(OffersTest, WhatASentenceHas) {
  EXPECT_TRUE(Offers(0, kOfferPerson));
  EXPECT_FALSE(Offers(0, kOfferNumber));
  EXPECT_TRUE(Offers(1, kOfferNumber));
  EXPECT_FALSE(Offers(1, kOfferPerson));
  EXPECT_TRUE(Offers(2, kOfferDate) || Offers(2, kOfferObliqueDate));
  EXPECT_TRUE(Offers(2, kOfferDuration) || Offers(2, kOfferObliqueDuration));
  for (uint32_t sort = kOfferNumber; sort < kOfferSorts; ++sort) EXPECT_FALSE(Offers(3, static_cast<OfferSort>(sort)));
  EXPECT_EQ(OffersOf(part_, 4), 0u) << "past the last sentence";
}

TEST_F(OffersTest, AmongSentencesWithTheWordsThoseComeFirstThatOfferWhatIsWanted) {
  EXPECT_EQ(Found("How many people heard the bell?", true).front(), 1u);
  EXPECT_EQ(Found("Who heard the bell?", true).front(), 0u);
  EXPECT_EQ(Found("When was the bell heard?", true).front(), 2u);
}

TEST_F(OffersTest, TheSameSentencesAreFound) {
  std::vector<uint32_t> by_words = Found("Who heard the bell?", false), by_offers = Found("Who heard the bell?", true);
  std::sort(by_words.begin(), by_words.end());
  std::sort(by_offers.begin(), by_offers.end());
  EXPECT_EQ(by_words, by_offers);
}

TEST_F(OffersTest, KeyWordsAndAYesOrNoAreFoundByTheirWords) {
  for (const char* query : {"bell", "Did the bell weigh much?"}) EXPECT_EQ(Found(query, true), Found(query, false));
}

}  // namespace
}  // namespace pith::testing
