#include "tools/compiler/link/link.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/small_index.h"

namespace pith::compiler {
namespace {

using pith::testing::Harbour;
using pith::testing::IndexOf;
using pith::testing::LanguageBlock;
using pith::testing::Observatory;
using pith::testing::PutU32;
using pith::testing::Repair;
using pith::testing::SectionOf;

// The linked index, or the error's message.
std::string Linked(const std::vector<std::string>& files, LinkOptions options = {}) {
  std::vector<LinkInput> inputs;
  for (const std::string& file : files)
    inputs.push_back({std::string(1, static_cast<char>('a' + inputs.size())), file});
  options.embed_language = false;
  StringOutput out;
  LinkReport report;
  const auto find = [](absl::FunctionRef<bool(absl::string_view)> fits) {
    return fits(LanguageBlock()) ? absl::string_view(LanguageBlock()) : absl::string_view();
  };
  const absl::Status status = Link(inputs, options, find, &out, &report);
  return status.ok() ? out.Take() : std::string(status.message());
}

TEST(LinkTest, IsWhatTheWriterWritesOfAll) {
  const std::string both = IndexOf({Observatory(), Harbour()});
  EXPECT_EQ(Linked({IndexOf({Observatory()}), IndexOf({Harbour()})}), both);
  EXPECT_EQ(Linked({IndexOf({Observatory()}, true), IndexOf({Harbour()})}), both) << "the block inside the first";
  EXPECT_EQ(Linked({IndexOf({Observatory()}) + IndexOf({Harbour()})}), both) << "in one file";
  EXPECT_EQ(Linked({both}), both);
}

TEST(LinkTest, MergesTermsOfIndexesAndOfSingleArticles) {
  Analysis third = Harbour();
  third.article.id = "zebra";
  const std::string all = IndexOf({Observatory(), Harbour(), third});
  EXPECT_EQ(Linked({IndexOf({Observatory(), Harbour()}), IndexOf({third})}), all);
  EXPECT_EQ(Linked({IndexOf({Observatory()}), IndexOf({Harbour(), third})}), all);
}

TEST(LinkTest, WhatIsDroppedLeavesNothing) {
  LinkOptions options;
  options.drop = {"harbour"};
  EXPECT_EQ(Linked({IndexOf({Observatory(), Harbour()})}, options), IndexOf({Observatory()}));
  options.drop = {"harbour", "lumen"};
  EXPECT_EQ(Linked({IndexOf({Observatory(), Harbour()})}, options), "no article is left to link");
}

TEST(LinkTest, NoFlippedByteDoesHarm) {
  const std::string good = IndexOf({Observatory(), Harbour()}), other = IndexOf({Harbour()});
  const size_t sections = SectionOf(good, "META").offset;
  LinkOptions options;
  options.replace = true;
  for (size_t i = 0; i < good.size(); i += 3) {
    std::string file = good;
    file[i] = static_cast<char>(file[i] ^ 0x41);
    Linked({file, other}, options);
    if (i < sections) continue;  // what is made good below must be where the table says
    Repair(&file);
    Linked({file, other}, options);  // ends, whatever it says
  }
}

TEST(LinkTest, IdsOutOfOrderAreFound) {
  std::string file = IndexOf({Observatory(), Harbour()});
  PutU32(&file, SectionOf(file, "IDIX").offset, 0);
  Repair(&file);
  EXPECT_EQ(Linked({file}), "a: damaged: an article cannot be read, or the ids are out of order");
}

TEST(LinkTest, SaysAtWhichByteOfAStreamItFails) {
  const std::string first = IndexOf({Observatory()});
  EXPECT_EQ(Linked({first + "rubbish"}),
            "a: at byte " + std::to_string(first.size()) + ": cut short: bytes are missing at its end");
}

}  // namespace
}  // namespace pith::compiler
