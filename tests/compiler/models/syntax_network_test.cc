#include "tools/compiler/models/syntax_network.h"

#include <string>

#include "gtest/gtest.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

std::string Weight(int64_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
  return bytes;
}

constexpr int64_t kOne = int64_t{1} << kSyntaxFactorBits;

Activations Rows(size_t columns, const std::vector<int16_t>& values) {
  Activations rows;
  rows.Reset(values.size() / columns, columns);
  rows.all = values;
  return rows;
}

TEST(LayerTest, MultipliesScalesAndAddsItsBias) {
  // Two inputs, two outputs: (x + 2y) / 2 + 10, and -y.
  const std::string section = Weight(1) + Weight(2) + Weight(2) + Weight(1) + Weight(1) + Weight(kOne / 2) +
                              Weight(kOne) + Weight(10) + Weight(0) + std::string("\x01\x02\x00\xff", 4);
  const auto layers = OpenSyntaxLayers(AsBytes(section));
  ASSERT_TRUE(layers.ok()) << layers.status();
  Activations out;
  (*layers)[0].Apply(Rows(2, {3, 4, -100, 7, 0, 0, 1, 0, 5, 5}), &out);
  ASSERT_EQ(out.rows, 5u);
  EXPECT_EQ(out.all, (std::vector<int16_t>{16, -4, -33, -7, 10, 0, 11, 0, 18, -5}));
}

TEST(LayerTest, AConvolutionSeesItsNeighborsAndNothingBeyondTheEnds) {
  // The value two before, plus ten times the value two after.
  const std::string section = Weight(1) + Weight(1) + Weight(1) + Weight(3) + Weight(2) + Weight(kOne) + Weight(0) +
                              std::string("\x01\x00\x0a", 3);
  const auto layers = OpenSyntaxLayers(AsBytes(section));
  ASSERT_TRUE(layers.ok()) << layers.status();
  Activations out;
  (*layers)[0].Apply(Rows(1, {1, 2, 3, 4, 5, 6}), &out);
  EXPECT_EQ(out.all, (std::vector<int16_t>{30, 40, 51, 62, 3, 4}));
}

TEST(LayerTest, StaysWithinItsLimits) {
  const std::string section =
      Weight(1) + Weight(1) + Weight(1) + Weight(1) + Weight(1) + Weight(kOne) + Weight(0) + std::string("\x80", 1);
  const auto layers = OpenSyntaxLayers(AsBytes(section));
  ASSERT_TRUE(layers.ok());
  Activations out;
  (*layers)[0].Apply(Rows(1, {32767, -32767}), &out);
  EXPECT_EQ(out.all, (std::vector<int16_t>{-kMostActivation, kMostActivation}));
}

TEST(LayerTest, RefusesShapesThatDoNotFit) {
  const std::string weights(40, '\0');
  for (const std::string& section :
       {Weight(1), Weight(1) + Weight(0) + Weight(1) + Weight(1) + Weight(1) + weights,
        Weight(1) + Weight(600) + Weight(1) + Weight(1) + Weight(1) + weights,
        Weight(1) + Weight(2) + Weight(1) + Weight(2) + Weight(1) + weights,
        Weight(1) + Weight(2) + Weight(100) + Weight(1) + Weight(1) + weights,
        Weight(1) + Weight(1) + Weight(1) + Weight(1) + Weight(1000) + weights,
        Weight(1) + Weight(1) + Weight(1) + Weight(1) + Weight(0) + weights,
        Weight(1) + Weight(0x40000000) + Weight(4) + Weight(5) + Weight(1) + weights, Weight(3) + weights}) {
    EXPECT_TRUE(absl::IsDataLoss(OpenSyntaxLayers(AsBytes(section)).status()));
  }
}

TEST(EmbeddingTest, AddsARow) {
  const std::string section = Weight(1) + Weight(2) + Weight(2) + Weight(1) + std::string("\x01\x02\xff\x04", 4);
  const auto tables = OpenSyntaxTables(AsBytes(section));
  ASSERT_TRUE(tables.ok()) << tables.status();
  int16_t out[2] = {10, 20};
  (*tables)[0].AddTo(1, out);
  EXPECT_EQ(out[0], 8);
  EXPECT_EQ(out[1], 28);
  (*tables)[0].AddTo(2, out);
  EXPECT_EQ(out[0], 8) << "a row that is not there adds nothing";
  EXPECT_FALSE(OpenSyntaxTables(AsBytes(section.substr(0, section.size() - 1))).ok());
}

TEST(ProductsTest, OfEachRowWithEach) {
  EXPECT_EQ(Products(Rows(2, {1, 2, 3, 4, 5, 6}), Rows(2, {1, 0, 0, 10})), (std::vector<int32_t>{1, 20, 3, 40, 5, 60}));
  // Brought within bounds, so that no sum can pass 32 bits.
  EXPECT_EQ(Products(Rows(1, {32767}), Rows(1, {-32767}))[0], -kMaxProductValue * kMaxProductValue);
}

}  // namespace
}  // namespace pith::compiler
