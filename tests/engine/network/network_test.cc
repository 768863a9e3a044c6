#include "engine/network/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "tests/engine/language/language_file.h"

namespace pith {
namespace {

uint32_t Next(uint32_t* state) { return *state = *state * 1664525u + 1013904223u; }

void Put(std::string* out, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) *out += static_cast<char>(value >> (8 * i));
}

struct Made {
  uint32_t in, out, taps, dilation;
  std::vector<int8_t> weights;
  std::vector<int32_t> factors, biases;
  std::vector<int16_t> own;

  std::string Written() const {
    std::string s;
    Put(&s, in, 4);
    Put(&s, out, 4);
    Put(&s, taps, 1);
    Put(&s, dilation, 1);
    Put(&s, 0, 2);
    for (int32_t f : factors) Put(&s, static_cast<uint32_t>(f), 4);
    for (int32_t b : biases) Put(&s, static_cast<uint32_t>(b), 4);
    for (int16_t v : own) Put(&s, static_cast<uint16_t>(v), 2);
    for (int8_t w : weights) Put(&s, static_cast<uint8_t>(w), 1);
    while (s.size() % 4 != 0) s += '\0';
    return s;
  }
};

Made Random(uint32_t in, uint32_t out, uint32_t taps, uint32_t dilation, uint32_t seed) {
  Made made{in, out, taps, dilation, {}, {}, {}, {}};
  for (uint32_t i = 0; i < in * out; ++i) made.weights.push_back(static_cast<int8_t>(Next(&seed) >> 24));
  for (uint32_t o = 0; o < out; ++o) {
    made.factors.push_back(static_cast<int32_t>(Next(&seed) >> 16));
    made.biases.push_back(static_cast<int32_t>(Next(&seed) >> 22) - 512);
  }
  for (uint32_t i = 0; taps > 1 && i < in * taps; ++i) {
    made.own.push_back(static_cast<int16_t>(static_cast<int32_t>(Next(&seed) >> 19) - 4096));
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
  // Of outputs and inputs whole vectors and rests of them; those that the forms leave to the plain loop.
  for (const uint32_t size : {1u, 7u, 32u, 48u, 72u, kMaxTapsIn, 90u, 131u, kMaxRowIn}) {
    for (const uint32_t outs : {1u, 16u, 37u}) {
      const std::vector<int16_t> in = RandomRows(kRowsAtOnce * size, size);
      const Made made = Random(size, outs, 1, 1, size + 1);
      std::vector<int32_t> portable(kRowsAtOnce * outs), best(kRowsAtOnce * outs);
      MultiplyRows(Kernel::kPortable, in.data(), made.weights.data(), size, outs, portable.data());
      MultiplyRows(BestKernel(), in.data(), made.weights.data(), size, outs, best.data());
      for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
        for (uint32_t o = 0; o < outs; ++o) {
          int32_t sum = 0;
          for (uint32_t i = 0; i < size; ++i) sum += made.weights[o * size + i] * in[r * size + i];
          ASSERT_EQ(portable[r * outs + o], sum) << size << " " << outs;
          ASSERT_EQ(best[r * outs + o], sum) << size << " " << outs;
        }
      }
    }
  }
}

TEST(AddTap, EveryKernelGivesTheSame) {
  constexpr uint32_t kCount = 77;  // no multiple of a vector
  std::vector<int16_t> row = RandomRows(kCount, 3), weights = RandomRows(kCount, 4);
  row[0] = row[1] = weights[0] = 32767;
  weights[1] = -32768;
  std::vector<int32_t> portable(kCount, 100), best = portable;
  AddTap(Kernel::kPortable, row.data(), weights.data(), kCount, portable.data());
  AddTap(BestKernel(), row.data(), weights.data(), kCount, best.data());
  for (uint32_t i = 0; i < kCount; ++i) {
    EXPECT_EQ(portable[i], 100 + ((row[i] * weights[i] + 2048) >> 12));
    EXPECT_EQ(best[i], portable[i]);
  }
}

TEST(Layer, ASeparableConvolutionIsWhatItsDefinitionSays) {
  constexpr uint32_t kIn = 6, kOut = 4, kRows = 11;
  const Made made = Random(kIn, kOut, 3, 2, 3);
  const std::string bytes = made.Written();
  Layer layer;
  uint64_t at = 0;
  ASSERT_TRUE(layer.Open(BytesOf(bytes), &at));
  EXPECT_EQ(at, bytes.size());
  const std::vector<int16_t> in = RandomRows(kRows * kIn, 9);
  std::vector<int16_t> out(16 * kOut);
  NetworkScratch scratch;
  std::memset(&scratch, 0xA5, sizeof scratch);
  const int16_t extra[kOut] = {1, -2, 300, 0};
  for (uint32_t first : {0u, 8u}) {
    layer.Apply(BestKernel(), in.data(), kRows, first, extra, out.data() + first * kOut, &scratch);
  }
  // The same where the rows before have been written over.
  static_assert(kMaxReach == 8, "all eight rows before");
  std::vector<int16_t> over(in), again(8 * kOut);
  std::fill(over.begin(), over.begin() + 8 * kIn, int16_t{77});
  layer.Apply(BestKernel(), over.data(), kRows, 8, extra, again.data(), &scratch, in.data());
  EXPECT_TRUE(std::equal(again.begin(), again.begin() + 3 * kOut, out.begin() + 8 * kOut));
  for (uint32_t r = 0; r < kRows; ++r) {
    for (uint32_t o = 0; o < kOut; ++o) {
      int64_t sum = 0;
      for (uint32_t i = 0; i < kIn; ++i) {
        int32_t taps = 0;
        for (int tap = -1; tap <= 1; ++tap) {
          const int from = static_cast<int>(r) + 2 * tap;
          if (from < 0 || from >= static_cast<int>(kRows)) continue;
          taps +=
              (in[static_cast<size_t>(from) * kIn + i] * made.own[static_cast<size_t>(tap + 1) * kIn + i] + 2048) >> 12;
        }
        sum += Narrow(taps) * made.weights[o * kIn + i];
      }
      const int64_t want = ((sum * made.factors[o] + (1 << 23)) >> 24) + made.biases[o] + extra[o];
      EXPECT_EQ(out[r * kOut + o], Narrow(want)) << r << " " << o;
    }
  }
}

TEST(Layer, BytesThatAreNoLayerAreRefused) {
  const std::string good = Random(6, 4, 3, 2, 3).Written();
  for (size_t size = 0; size < good.size() - 3; ++size) {
    Layer layer;
    uint64_t at = 0;
    EXPECT_FALSE(layer.Open(BytesOf(good).Sub(0, size), &at)) << size;
  }
  // No inputs, more than fit, an even number of taps, too many; no outputs, too many; rows no distance apart, too far.
  for (const Made& bad :
       {Random(0, 4, 1, 1, 1), Random(kMaxLayerIn + 1, 1, 1, 1, 1), Random(kMaxTapsIn + 1, 1, 3, 1, 1),
        Random(2, 2, 2, 1, 1), Random(2, 2, kMaxTaps + 2, 1, 1), Random(2, 0, 1, 1, 1),
        Random(2, kMaxLayerOut + 1, 1, 1, 1), Random(2, 2, 1, 0, 1), Random(2, 2, 3, kMaxReach + 1, 1)}) {
    Layer layer;
    uint64_t at = 0;
    EXPECT_FALSE(layer.Open(BytesOf(bad.Written()), &at));
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
