#include "tools/compiler/models/syntax_kernels.h"

#include <algorithm>
#include <random>

#include "gtest/gtest.h"

namespace pith::compiler {
namespace {

TEST(MultiplyPackedTest, EveryFormGivesTheDotProducts) {
  std::mt19937 random(7);
  const auto next = [&random](int32_t most) {
    return static_cast<int16_t>(static_cast<int32_t>(random() % (2u * static_cast<uint32_t>(most) + 1)) - most);
  };
  for (const size_t inputs : {1u, 2u, 7u, 480u}) {
    for (const size_t outs : {1u, 16u, 17u, 50u}) {
      PackedWeights packed(outs, inputs);
      std::vector<int32_t> weights(outs * inputs);
      for (size_t i = 0; i < weights.size(); ++i) {
        weights[i] = next(127);
        packed.Set(i / inputs, i % inputs, static_cast<int16_t>(weights[i]));
      }
      constexpr size_t kRows = 7;
      std::vector<int16_t> in(kRows * packed.inputs());
      for (int16_t& value : in) value = next(kMostActivation);
      std::vector<int32_t> sums(kRows * packed.outs(), -1), plain(sums);
      // All inputs, and all but the first two pairs and the last one.
      const size_t all = packed.inputs();
      for (const InputRange range :
           {InputRange{0, all}, InputRange{std::min<size_t>(4, all), std::max<size_t>(4, all) - 2}}) {
        MultiplyPacked(in.data(), kRows, packed, range, sums.data());
        MultiplyPackedPlain(in.data(), kRows, packed, range, plain.data());
        EXPECT_EQ(sums, plain);
        for (size_t r = 0; r < kRows; ++r) {
          for (size_t o = 0; o < packed.outs(); ++o) {
            int64_t sum = 0;
            for (size_t i = range.first; o < outs && i < std::min(inputs, range.last); ++i) {
              sum += int64_t{in[r * packed.inputs() + i]} * weights[o * inputs + i];
            }
            ASSERT_EQ(sums[r * packed.outs() + o], sum) << inputs << " inputs, row " << r << ", output " << o;
          }
        }
      }
    }
  }
}

TEST(ScaleSumsTest, RoundsAndStaysWithinItsLimits) {
  const std::vector<int32_t> sums = {3, -3, 1 << 30, -(1 << 30), 5};
  const std::vector<int32_t> factors = {2, 2, 4, 4, 0}, biases = {10, 10, 0, 0, -7};
  std::vector<int16_t> out(sums.size());
  ScaleSums(sums.data(), factors.data(), biases.data(), sums.size(), 2, out.data());
  EXPECT_EQ(out, (std::vector<int16_t>{12, 9, kMostActivation, -kMostActivation, -7}));
}

}  // namespace
}  // namespace pith::compiler
