#include "engine/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace pith {
namespace {

uint32_t Next(uint32_t* state) { return *state = *state * 1664525u + 1013904223u; }

void Put(std::string* out, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) *out += static_cast<char>(value >> (8 * i));
}

Bytes View(const std::string& s) { return Bytes(reinterpret_cast<const uint8_t*>(s.data()), s.size()); }

struct Made {
  uint32_t in, out, taps, dilation;
  std::vector<int8_t> weights;
  std::vector<int32_t> factors, biases;
  std::vector<int16_t> scales, shifts;

  std::string Written() const {
    std::string s;
    Put(&s, in, 4);
    Put(&s, out, 4);
    Put(&s, taps, 1);
    Put(&s, dilation, 1);
    Put(&s, scales.empty() ? 0 : 1, 1);
    Put(&s, 0, 1);
    for (int32_t f : factors) Put(&s, static_cast<uint32_t>(f), 4);
    for (int32_t b : biases) Put(&s, static_cast<uint32_t>(b), 4);
    for (int16_t v : scales) Put(&s, static_cast<uint16_t>(v), 2);
    for (int16_t v : shifts) Put(&s, static_cast<uint16_t>(v), 2);
    for (int8_t w : weights) Put(&s, static_cast<uint8_t>(w), 1);
    while (s.size() % 4 != 0) s += '\0';
    return s;
  }
};

Made Random(uint32_t in, uint32_t out, uint32_t taps, uint32_t dilation, bool affine, uint32_t seed) {
  Made made{in, out, taps, dilation, {}, {}, {}, {}, {}};
  for (uint32_t i = 0; i < in * taps * out; ++i) made.weights.push_back(static_cast<int8_t>(Next(&seed) >> 24));
  for (uint32_t o = 0; o < out; ++o) {
    made.factors.push_back(static_cast<int32_t>(Next(&seed) >> 16));
    made.biases.push_back(static_cast<int32_t>(Next(&seed) >> 22) - 512);
  }
  for (uint32_t i = 0; affine && i < in; ++i) {
    made.scales.push_back(static_cast<int16_t>(Next(&seed) >> 19));
    made.shifts.push_back(static_cast<int16_t>(static_cast<int32_t>(Next(&seed) >> 22) - 512));
  }
  return made;
}

std::vector<int16_t> RandomRows(size_t count, uint32_t seed) {
  std::vector<int16_t> rows(count);
  for (int16_t& x : rows) x = Narrow(static_cast<int32_t>(Next(&seed) >> 18) - 8192);
  return rows;
}

TEST(GateRow, EveryKernelGivesTheSame) {
  constexpr uint32_t kCount = 77;  // no multiple of a vector
  std::vector<int16_t> gates = RandomRows(kCount, 3), values = RandomRows(kCount, 4), portable = RandomRows(kCount, 5);
  gates[0] = -32768;
  gates[1] = 32767;
  values[2] = portable[2] = -32768;
  values[3] = portable[3] = 32767;
  gates[2] = gates[3] = 30000;
  std::vector<int16_t> best = portable, wanted = portable;
  GateRow(Kernel::kPortable, values.data(), gates.data(), kCount, portable.data());
  GateRow(BestKernel(), values.data(), gates.data(), kCount, best.data());
  for (uint32_t i = 0; i < kCount; ++i) wanted[i] = Narrow(wanted[i] + ((values[i] * Sigmoid15(gates[i])) >> 15));
  EXPECT_EQ(portable, wanted);
  EXPECT_EQ(best, wanted);
}

TEST(MultiplyRows, EveryKernelGivesTheSame) {
  for (const uint32_t size : {1u, 7u, 48u, 131u, 192u, kMaxLayerSize}) {
    const std::vector<int16_t> in = RandomRows(kRowsAtOnce * size, size);
    const Made made = Random(size, 5, 1, 1, false, size + 1);
    int32_t portable[kRowsAtOnce * 5], best[kRowsAtOnce * 5];
    MultiplyRows(Kernel::kPortable, in.data(), made.weights.data(), size, 5, portable);
    MultiplyRows(BestKernel(), in.data(), made.weights.data(), size, 5, best);
    for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
      for (uint32_t o = 0; o < 5; ++o) {
        int32_t sum = 0;
        for (uint32_t i = 0; i < size; ++i) sum += made.weights[o * size + i] * in[r * size + i];
        EXPECT_EQ(portable[r * 5 + o], sum);
        EXPECT_EQ(best[r * 5 + o], sum);
      }
    }
  }
}

TEST(Layer, AConvolutionIsWhatItsDefinitionSays) {
  const Made made = Random(6, 4, 3, 2, true, 3);
  const std::string bytes = made.Written();
  Layer layer;
  uint64_t at = 0;
  ASSERT_TRUE(layer.Open(View(bytes), &at));
  EXPECT_EQ(at, bytes.size());
  constexpr uint32_t kRows = 11;
  const std::vector<int16_t> in = RandomRows(kRows * 6, 9);
  std::vector<int16_t> out(16 * 4);
  NetworkScratch scratch;
  std::memset(&scratch, 0xA5, sizeof scratch);
  const int16_t extra[4] = {1, -2, 300, 0};
  for (uint32_t first : {0u, 8u}) {
    layer.Apply(BestKernel(), in.data(), kRows, first, extra, out.data() + first * 4, &scratch);
  }
  // The same where the rows before have been written over.
  std::vector<int16_t> over(in), again(8 * 4);
  std::fill(over.begin(), over.begin() + 8 * 6, int16_t{77});
  layer.Apply(BestKernel(), over.data(), kRows, 8, extra, again.data(), &scratch, in.data() + (8 - kMaxReach) * 6);
  EXPECT_TRUE(std::equal(again.begin(), again.begin() + 3 * 4, out.begin() + 8 * 4));
  for (uint32_t r = 0; r < kRows; ++r) {
    for (uint32_t o = 0; o < 4; ++o) {
      int64_t sum = 0;
      for (int tap = -1; tap <= 1; ++tap) {
        const int from = static_cast<int>(r) + 2 * tap;
        for (uint32_t i = 0; from >= 0 && from < static_cast<int>(kRows) && i < 6; ++i) {
          const int64_t x = ((in[from * 6 + i] * made.scales[i]) >> kAffineBits) + made.shifts[i];
          sum += Narrow(x) * made.weights[(o * 3 + tap + 1) * 6 + i];
        }
      }
      const int64_t want = ((sum * made.factors[o] + (1 << 23)) >> 24) + made.biases[o] + extra[o];
      EXPECT_EQ(out[r * 4 + o], Narrow(want)) << r << " " << o;
    }
  }
}

TEST(Layer, BytesThatAreNoLayerAreRefused) {
  const std::string good = Random(6, 4, 3, 2, true, 3).Written();
  for (size_t size = 0; size < good.size() - 3; ++size) {
    Layer layer;
    uint64_t at = 0;
    EXPECT_FALSE(layer.Open(View(good).Sub(0, size), &at)) << size;
  }
  // No inputs, more than fit a sum, an even number of taps, no outputs, too many, rows no distance apart.
  for (const Made& bad :
       {Random(0, 4, 1, 1, false, 1), Random(kMaxLayerSize / 3 + 1, 1, 3, 1, false, 1), Random(2, 2, 2, 1, false, 1),
        Random(2, 0, 1, 1, false, 1), Random(2, kMaxLayerOut + 1, 1, 1, false, 1), Random(2, 2, 1, 0, false, 1),
        Random(2, 2, 3, kMaxReach + 1, false, 1), Random(kMaxAffineIn + 1, 2, 1, 1, true, 1)}) {
    Layer layer;
    uint64_t at = 0;
    EXPECT_FALSE(layer.Open(View(bad.Written()), &at));
  }
}

TEST(Activations, TablesFollowTheFunctions) {
  for (int32_t x = -9000; x <= 9000; x += 37) {
    EXPECT_NEAR(Sigmoid15(x) / 32768.0, 1 / (1 + std::exp(-x / 512.0)), 0.005) << x;
    EXPECT_NEAR(ExpOfMinus15(std::abs(x)) / 32768.0, std::exp(-std::abs(x) / 512.0), 0.017) << x;
  }
}

}  // namespace
}  // namespace pith
