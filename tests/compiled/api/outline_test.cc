// Where a sentence stands in the source that its article was extracted from.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/call_everything.h"
#include "tests/support/small_index.h"
#include "tools/compiler/analysis.h"

namespace pith::testing {
namespace {

using compiler::Block;
using compiler::BlockKind;

// One sentence a block, each a paragraph of its own.
compiler::Analysis WithBlocks(const std::vector<Block>& kinds) {
  compiler::Analysis a;
  a.article.id = "page";
  for (const Block& kind : kinds) {
    Block block = kind;
    block.begin = static_cast<uint32_t>(a.article.text.size());
    a.article.text += "Line " + std::to_string(a.sentences.size() + 1) + ".";
    block.end = static_cast<uint32_t>(a.article.text.size());
    compiler::Sentence sentence;
    sentence.begin = block.begin;
    sentence.end = block.end;
    sentence.paragraph = static_cast<uint32_t>(a.sentences.size());
    sentence.heading = block.kind != BlockKind::kParagraph;
    a.sentences.push_back(sentence);
    a.article.blocks.push_back(block);
    a.article.text += '\n';
  }
  return a;
}

Block Heading(uint8_t level, const char* anchor = "") { return {0, 0, BlockKind::kHeading, level, anchor, {}}; }
Block Prose(const char* anchor = "") { return {0, 0, BlockKind::kParagraph, 0, anchor, {}}; }

// "Line 1. > Line 3. #anchor" of each sentence.
std::vector<std::string> Places(const std::string& bytes) {
  pith_index index;
  EXPECT_EQ(Open(bytes, &index), PITH_OK);
  pith_fault fault = {};
  EXPECT_EQ(pith_verify(&index, &fault), PITH_OK) << fault.message;
  std::vector<std::string> places;
  pith_place place;
  for (uint32_t number = 1; pith_get_place(&index, 0, number, &place) == PITH_OK; ++number) {
    std::string line;
    for (uint32_t i = 0; i < place.heading_count; ++i) line += (i == 0 ? "" : " > ") + AsString(place.headings[i]);
    places.push_back(line + (place.anchor.size > 0 ? "#" + AsString(place.anchor) : ""));
  }
  return places;
}

TEST(OutlineTest, HeadingsOneWithinAnotherAndTheNearestAnchor) {
  const std::vector<Block> blocks = {Prose(), Heading(2, "a"), Prose(), Heading(4), Prose("b"),
                                     Prose(), Heading(3, "c"), Prose(), Heading(2), Prose()};
  const std::vector<std::string> expected = {"",
                                             "#a",
                                             "Line 2.#a",
                                             "Line 2.#a",
                                             "Line 2. > Line 4.#b",
                                             "Line 2. > Line 4.#b",
                                             "Line 2.#c",
                                             "Line 2. > Line 7.#c",
                                             "#c",
                                             "Line 9.#c"};
  EXPECT_EQ(Places(IndexOf({WithBlocks(blocks)})), expected);
}

TEST(OutlineTest, ACaptionIsNoHeading) {
  const std::vector<Block> blocks = {{0, 0, BlockKind::kCaption, 0, "", {}}, Prose()};
  const std::string bytes = IndexOf({WithBlocks(blocks)});
  EXPECT_EQ(Places(bytes), (std::vector<std::string>{"", ""}));
  pith_index index;
  ASSERT_EQ(Open(bytes, &index), PITH_OK);
  pith_place place;
  ASSERT_EQ(pith_get_place(&index, 0, 2, &place), PITH_OK);
  EXPECT_EQ(place.heading, 0u);
}

TEST(OutlineTest, AnAnchorBeyondTheLimitIsNone) {
  const std::string longest(kMaxAnchorBytes, 'x'), longer = longest + "x";
  EXPECT_EQ(Places(IndexOf({WithBlocks({Prose(longest.c_str()), Prose(longer.c_str())})})),
            (std::vector<std::string>{"#" + longest, "#" + longest}));
}

TEST(OutlineTest, PlainTextTakesNoRoomForIt) {
  EXPECT_EQ(AsBytes(PartOf(Harbour()).bytes).U16(4), static_cast<uint32_t>(PartTable::kProperties));
}

TEST(OutlineTest, WhatIsWrongIsFound) {
  const std::string good =
      IndexOf({WithBlocks({Heading(2, "a"), Prose("b")})}, /*embed_language=*/false, /*widened=*/true);
  struct Change {
    size_t number, field;
    uint32_t value;
    const char* fault;
  };
  for (const Change& change : std::vector<Change>{{0, 0, 9, "the outline is out of order or of no sentence"},
                                                  {1, 0, 0, "the outline is out of order or of no sentence"},
                                                  {0, 5, 9999, "a heading has no such level or anchor"}}) {
    std::string file = good;
    PutU32(&file, RecordAt(file, SectionOf(good, "ARTS").offset, PartTable::kOutline, change.number) + change.field,
           change.value);
    Repair(&file);
    pith_index index;
    ASSERT_EQ(Open(file, &index), PITH_OK);
    pith_fault fault = {};
    const pith_status status = pith_verify(&index, &fault);
    EXPECT_STREQ(status == PITH_OK ? "none" : fault.message, change.fault) << change.number << ", " << change.field;
  }
}

}  // namespace
}  // namespace pith::testing
