#include "tools/compiler/models/clusters.h"

#include <string>

#include "gtest/gtest.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

// Two clusters in a table of four slots. The hashes of both words begin in slot 3, the last, so the second word stands
// in slot 0.
std::string Section() {
  ByteWriter out;
  out.U32(2).U16(5).U16(7).U16(6).U16(8);
  out.U32(2);
  out.U16(22).U16(2).U16(0).U16(0).U16(0).U16(0).U16(11).U16(1);
  return out.Take();
}

constexpr Feature kLastSlot = uint64_t{3} << 62;

TEST(Clusters, FindsWordsBySlotAndMark) {
  const std::string section = Section();
  Clusters clusters;
  ASSERT_TRUE(clusters.Open(AsBytes(section)).ok());
  const WordClusters first = clusters.Find(kLastSlot | 11);
  EXPECT_EQ(first.fine, 1);
  EXPECT_EQ(first.mid, 5);
  EXPECT_EQ(first.coarse, 7);
  const WordClusters second = clusters.Find(kLastSlot | 22);
  EXPECT_EQ(second.fine, 2);
  EXPECT_EQ(second.mid, 6);
  EXPECT_EQ(second.coarse, 8);
  EXPECT_EQ(clusters.Find(kLastSlot | 33).fine, 0) << "another mark";
  EXPECT_EQ(clusters.Find((uint64_t{1} << 62) | 11).fine, 0) << "a free slot";
}

TEST(Clusters, AFullTableEndsTheSearch) {
  std::string section = Section();
  for (const size_t slot : {1, 2}) section.replace(16 + 4 * slot, 4, std::string("\x63\0\1\0", 4));
  Clusters clusters;
  ASSERT_TRUE(clusters.Open(AsBytes(section)).ok());
  EXPECT_EQ(clusters.Find(33).fine, 0);
}

TEST(Clusters, NoSectionHasNoWordsAndADamagedOneIsRefused) {
  Clusters clusters;
  EXPECT_TRUE(clusters.Open(Bytes()).ok());
  EXPECT_EQ(clusters.Find(11).fine, 0);
  const std::string section = Section();
  EXPECT_FALSE(clusters.Open(AsBytes(section.substr(0, section.size() - 1))).ok());
  EXPECT_EQ(clusters.Find(kLastSlot | 11).fine, 0);
}

}  // namespace
}  // namespace pith::compiler
