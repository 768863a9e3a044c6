#include "engine/reader/rerank.h"

#include <gtest/gtest.h>

#include <memory>

namespace pith::testing {
namespace {

class PutSaidFirstTest : public ::testing::Test {
 protected:
  PutSaidFirstTest() { ranking_->kept_count = 0; }

  // A candidate of the bytes [begin, end) behind those so far, so far behind the first in the order.
  void Add(uint32_t begin, uint32_t end, int32_t behind, bool said, uint32_t article = 0) {
    reranking_->of[ranking_->kept_count] = {0, 1000 - behind, 0, false};
    ScoredCandidate& it = ranking_->kept[ranking_->kept_count++] = {};
    it.article = article;
    it.begin = begin;
    it.end = end;
    it.support.fit = it.support.relation = it.support.share = said ? 16 : 13;
  }

  // Where the first candidate begins after the rule.
  uint32_t First() {
    PutSaidFirst(ranking_.get(), reranking_.get());
    return ranking_->kept[0].begin;
  }

  const std::unique_ptr<Ranking> ranking_ = std::make_unique<Ranking>();
  const std::unique_ptr<Reranking> reranking_ = std::make_unique<Reranking>();
};

TEST_F(PutSaidFirstTest, WhatAFactSaysGoesBeforeAnotherAnswer) {
  Add(10, 20, 0, false);
  Add(30, 40, 5, false);
  Add(50, 60, 9, true);
  EXPECT_EQ(First(), 50u);
  EXPECT_EQ(reranking_->of[0].order, 1000) << "as sure as what it replaces, so that the order falls";
  EXPECT_EQ(ranking_->kept[1].begin, 10u) << "the others keep their order";
  EXPECT_EQ(ranking_->kept[2].begin, 30u);
}

TEST_F(PutSaidFirstTest, NotBeforeOtherBoundsOfTheSame) {
  Add(10, 20, 0, false);
  Add(15, 30, 1, true);
  EXPECT_EQ(First(), 10u);
  Add(15, 30, 2, true, 1);
  EXPECT_EQ(First(), 15u) << "in another article it is another answer";
  EXPECT_EQ(ranking_->kept[0].article, 1u);
}

TEST_F(PutSaidFirstTest, NotFromFarBehind) {
  Add(10, 20, 0, false);
  Add(30, 40, kMostBehindSaid + 1, true);
  EXPECT_EQ(First(), 10u);
}

TEST_F(PutSaidFirstTest, NotBeforeWhatAFactSaysItself) {
  Add(10, 20, 0, true);
  Add(30, 40, 1, true);
  EXPECT_EQ(First(), 10u);
}

TEST_F(PutSaidFirstTest, OfNothingNothing) {
  PutSaidFirst(ranking_.get(), reranking_.get());
  EXPECT_EQ(ranking_->kept_count, 0u);
}

}  // namespace
}  // namespace pith::testing
