#include "engine/format/bytes.h"

#include <gtest/gtest.h>

namespace pith {
namespace {

constexpr uint8_t kData[] = {0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09};

TEST(BytesTest, LoadsLittleEndianAtAnyAlignment) {
  const Bytes bytes(kData, sizeof kData);
  EXPECT_EQ(bytes.U8(1), 0x02);
  EXPECT_EQ(bytes.U16(1), 0x0302);
  EXPECT_EQ(bytes.U32(1), 0x05040302u);
  EXPECT_EQ(bytes.U64(1), 0x0908070605040302u);
}

TEST(BytesTest, ReadsOutsideGiveZero) {
  const Bytes bytes(kData, sizeof kData);
  EXPECT_EQ(bytes.U8(9), 0);
  EXPECT_EQ(bytes.U16(8), 0);
  EXPECT_EQ(bytes.U32(6), 0u);
  EXPECT_EQ(bytes.U64(2), 0u);
  EXPECT_EQ(bytes.U64(~uint64_t{0}), 0u);
  EXPECT_EQ(Bytes().U8(0), 0);
}

TEST(BytesTest, HasIsFreeOfOverflow) {
  const Bytes bytes(kData, sizeof kData);
  EXPECT_TRUE(bytes.Has(0, 9));
  EXPECT_TRUE(bytes.Has(9, 0));
  EXPECT_FALSE(bytes.Has(1, 9));
  EXPECT_FALSE(bytes.Has(~uint64_t{0}, 2));
  EXPECT_FALSE(bytes.Has(2, ~uint64_t{0}));
}

TEST(BytesTest, SubOutsideIsEmpty) {
  const Bytes bytes(kData, sizeof kData);
  EXPECT_EQ(bytes.Sub(2, 3).size(), 3u);
  EXPECT_EQ(bytes.Sub(2, 3).U8(0), 0x03);
  EXPECT_EQ(bytes.Sub(2, 3).U8(3), 0) << "a part ends where it ends";
  EXPECT_TRUE(bytes.Sub(7, 3).empty());
}

struct Pair {
  static constexpr uint32_t kBytes = 4;
  uint16_t first, second;
  static Pair Load(Bytes b) { return {b.U16(0), b.U16(2)}; }
};

TEST(TableTest, CountsWholeRecordsAndReadsZerosOutside) {
  const Table<Pair> table(Bytes(kData, sizeof kData));
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table[1].first, 0x0605);
  EXPECT_EQ(table[1].second, 0x0807);
  EXPECT_EQ(table[2].first, 0);
  EXPECT_EQ(table[~uint64_t{0}].second, 0);
}

TEST(BytesTest, BitsBeginAnywhereAndEndInZeros) {
  const uint8_t data[] = {0x81, 0x42, 0x24, 0x18, 0xFF, 0x00, 0xA5, 0x5A, 0x3C};
  const Bytes bytes(data, sizeof data);
  for (uint32_t count = 0; count <= 64; ++count) {
    for (uint64_t at = 0; at < 90; ++at) {
      uint64_t expected = 0;
      for (uint32_t i = 0; i < count; ++i) {
        const uint64_t bit = at + i;
        if (bit < 72 && (data[bit / 8] >> (bit % 8) & 1) != 0) expected |= uint64_t{1} << i;
      }
      ASSERT_EQ(bytes.Bits(at, count), expected) << count << " bits from " << at;
    }
  }
  EXPECT_EQ(bytes.Bits(0, 127), bytes.U64(0)) << "no more than 64";
}

}  // namespace
}  // namespace pith
