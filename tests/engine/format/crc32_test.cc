#include "engine/format/crc32.h"

#include <gtest/gtest.h>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

TEST(Crc32, HasTheValuesOfTheStandard) {
  EXPECT_EQ(Crc32(Bytes()), 0u);
  EXPECT_EQ(Crc32(BytesOf("123456789")), 0xCBF43926u);
  EXPECT_EQ(Crc32(BytesOf("a")), 0xE8B7BE43u);
}

TEST(Crc32, GoesOnFromWhatCameBefore) {
  const std::string text = "The checksum of a whole is that of its parts.";
  for (size_t cut = 0; cut <= text.size(); ++cut) {
    EXPECT_EQ(Crc32(BytesOf(text.substr(cut)), Crc32(BytesOf(text.substr(0, cut)))), Crc32(BytesOf(text)));
  }
}

}  // namespace
}  // namespace pith
