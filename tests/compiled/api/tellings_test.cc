// How an event is told outside its text.

#include <gtest/gtest.h>

#include <string>

#include "tests/support/call_everything.h"
#include "tests/support/small_index.h"
#include "tools/compiler/analysis.h"

namespace pith::testing {
namespace {

// The observatory's second event, told and marked.
compiler::Analysis Told() {
  compiler::Analysis a = Observatory();
  a.events[1].told = "According to the guide, Ada Verne left Kråk on 3 May 1952.";
  a.events[1].negated = true;
  a.events[1].modality = compiler::Modality::kClaimed;
  return a;
}

TEST(TellingsTest, SayWhoIsMeantAndWhatDidNotHappen) {
  const std::string file = IndexOf({Told()});
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  EXPECT_EQ(pith_verify(&index, nullptr), PITH_OK);
  pith_event event;
  ASSERT_EQ(pith_get_event(&index, 0, 0, &event), PITH_OK);
  EXPECT_EQ(event.told.size, 0u);
  EXPECT_EQ(event.negated, 0);
  EXPECT_EQ(event.modality, PITH_STATED);
  ASSERT_EQ(pith_get_event(&index, 0, 1, &event), PITH_OK);
  EXPECT_EQ(AsString(event.text), "According to the guide, she left Kråk on 3 May 1952.");
  EXPECT_EQ(AsString(event.told), "According to the guide, Ada Verne left Kråk on 3 May 1952.");
  EXPECT_EQ(event.negated, 1);
  EXPECT_EQ(event.modality, PITH_CLAIMED);
}

TEST(TellingsTest, PlainEventsTakeNoRoomForThem) {
  EXPECT_LE(AsBytes(PartOf(Observatory()).bytes).U16(4), static_cast<uint32_t>(PartTable::kTellings));
}

TEST(TellingsTest, WhatIsWrongIsFound) {
  const std::string good = IndexOf({Told()}, /*embed_language=*/false, /*widened=*/true);
  struct Change {
    size_t field;
    uint32_t value;
  };
  for (const Change& change : {Change{0, 2}, Change{4, 9999}, Change{8, 2}, Change{9, 99}}) {
    std::string file = good;
    PutU32(&file, RecordAt(file, SectionOf(good, "ARTS").offset, PartTable::kTellings, 0) + change.field, change.value);
    Repair(&file);
    pith_index index;
    ASSERT_EQ(Open(file, &index), PITH_OK);
    pith_fault fault = {};
    EXPECT_EQ(pith_verify(&index, &fault), PITH_DAMAGED) << change.field;
    EXPECT_STREQ(fault.message, "a telling is of no event or out of order") << change.field;
  }
}

}  // namespace
}  // namespace pith::testing
