#include "tools/compiler/link/duplicates.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/small_index.h"

namespace pith::compiler {
namespace {

// `count` different words.
std::string NumberedWords(int count, const std::string& stem) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + stem + std::to_string(i);
  return text;
}

TEST(CommonShareTest, CountsRunsOfFourWords) {
  EXPECT_EQ(CommonShare("One two three four five.", "one TWO, three (four) five"), 1) << "but for case and marks";
  EXPECT_EQ(CommonShare("a b c d e", "a b c d f"), 1.0 / 3);
  EXPECT_EQ(CommonShare("a b c d", "e f g h"), 0);
  EXPECT_EQ(CommonShare("", ""), 1);
}

TEST(SketchTest, TextsThatAreNearlyTheSameAgreeInMostPlaces) {
  const std::string text = NumberedWords(200, "w");
  const Sketch a = SketchOf(text), b = SketchOf(text + " and one more"), c = SketchOf(NumberedWords(200, "v"));
  int near = 0, far = 0;
  for (uint32_t i = 0; i < kSketchBins; ++i) {
    near += a[i] == b[i];
    far += a[i] == c[i];
  }
  EXPECT_GE(near, 28);
  EXPECT_LE(far, 1);
}

class PairsTest : public ::testing::Test {
 protected:
  // One more segment, of articles of these texts.
  void Add(const std::vector<std::string>& texts) {
    std::vector<LoosePart> loose;
    for (const std::string& text : texts) {
      const std::string id = "article-" + std::to_string(count_++);
      parts_.push_back(std::make_unique<std::string>(pith::testing::PartOf(pith::testing::Sketch(id, {text})).bytes));
      loose.push_back({pith::testing::AsBytes(*parts_.back()), WordVectors(), true});
    }
    segments_.push_back(std::make_unique<LooseSegment>(std::move(loose)));
  }

  // "1.0=0.2": article 0 of segment 1 has the text of article 2 of segment 0; with a ~, nearly.
  std::string Pairs() const {
    std::string out;
    for (const Duplicate& pair : PairsOf(segments_)) {
      const auto name = [](const PlaceInSegments& p) {
        return std::to_string(p.segment) + "." + std::to_string(p.article);
      };
      out += (out.empty() ? "" : " ") + name(pair.article) + (pair.near ? "~" : "=") + name(pair.of);
    }
    return out;
  }

  Segments segments_;

 private:
  int count_ = 0;
  std::vector<std::unique_ptr<std::string>> parts_;
};

TEST_F(PairsTest, NamesTheEarlierOne) {
  const std::string text = NumberedWords(60, "w");
  Add({text, "Something else.", text});
  Add({text + " more", "One.", "Two."});
  EXPECT_EQ(Pairs(), "0.2=0.0 1.0~0.0");
}

TEST_F(PairsTest, TheLibrarysOwnArticlesAreNotCompared) {
  const std::string a = NumberedWords(60, "a"), b = NumberedWords(60, "b");
  Add({b});
  Add({a, a, "One.", "Two.", b});
  EXPECT_EQ(Pairs(), "1.4=0.0");
}

TEST_F(PairsTest, ALibraryAloneIsCompared) {
  Add({"One dog barked at it.", "One dog barked at it."});
  EXPECT_EQ(Pairs(), "0.1=0.0");
}

TEST_F(PairsTest, WhatIsLeftOutRepeatsNothing) {
  Add({"One dog barked at it.", "One dog barked at it."});
  segments_[0]->LeaveOut({0});
  EXPECT_EQ(Pairs(), "");
}

TEST_F(PairsTest, ManyEqualTextsTakeTimeForEachOnly) {
  Add(std::vector<std::string>(2000, "The bridge is open."));
  EXPECT_EQ(PairsOf(segments_).size(), 1999u);
}

}  // namespace
}  // namespace pith::compiler
