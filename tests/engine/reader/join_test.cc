#include "engine/reader/join.h"

#include <gtest/gtest.h>

#include <memory>

namespace pith::testing {
namespace {

class PutSaidFirstTest : public ::testing::Test {
 protected:
  PutSaidFirstTest() { work_->kept_count = 0; }

  // A candidate of the bytes [begin, end) behind those so far, so far behind the first in the order.
  void Add(uint32_t begin, uint32_t end, int32_t behind, bool said, uint32_t article = 0) {
    ScoredCandidate& it = work_->kept[work_->kept_count++] = {};
    it.article = article;
    it.begin = begin;
    it.end = end;
    it.joint = 1000 - behind;
    it.support.fit = it.support.relation = it.support.share = said ? 16 : 13;
  }

  // Where the first candidate begins after the rule.
  uint32_t First() {
    PutSaidFirst(work_.get());
    return work_->kept[0].begin;
  }

  const std::unique_ptr<AskWork> work_ = std::make_unique<AskWork>();
};

TEST_F(PutSaidFirstTest, WhatAFactSaysGoesBeforeAnotherAnswer) {
  Add(10, 20, 0, false);
  Add(30, 40, 5, false);
  Add(50, 60, 9, true);
  EXPECT_EQ(First(), 50u);
  EXPECT_EQ(work_->kept[0].joint, 1000) << "as sure as what it replaces, so that the order falls";
  EXPECT_EQ(work_->kept[1].begin, 10u) << "the others keep their order";
  EXPECT_EQ(work_->kept[2].begin, 30u);
}

TEST_F(PutSaidFirstTest, NotBeforeOtherBoundsOfTheSame) {
  Add(10, 20, 0, false);
  Add(15, 30, 1, true);
  EXPECT_EQ(First(), 10u);
  Add(15, 30, 2, true, 1);
  EXPECT_EQ(First(), 15u) << "in another article it is another answer";
  EXPECT_EQ(work_->kept[0].article, 1u);
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
  PutSaidFirst(work_.get());
  EXPECT_EQ(work_->kept_count, 0u);
}

}  // namespace
}  // namespace pith::testing
