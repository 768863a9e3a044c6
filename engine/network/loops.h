// The inner loops of engine/network/network.h. Each form compiles them for another processor.

#ifndef PITH_ENGINE_NETWORK_LOOPS_H_
#define PITH_ENGINE_NETWORK_LOOPS_H_

#include <cstdint>

#include "engine/network/network.h"

#if defined(PITH_HAVE_AVX2) || defined(__AVX2__) || (defined(__aarch64__) && defined(__ARM_NEON)) || \
    defined(__wasm__)
#define PITH_WIDE
#endif

namespace pith {

#ifdef PITH_WIDE
// The wide forms, in loops_wide.cc; the products for WebAssembly are in loops_wasm.cc.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums);
void ScaleRowsWide(const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs, int16_t* out);
void GateRowWide(const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h);
void AddTapWide(const int16_t* row, const int16_t* weights, uint32_t count, int32_t* sums);
#endif

// Each weight is widened once and multiplied with all eight rows; compilers vectorize the inner loops. The sums of each
// row lie `stride` after those of the row before. `static`, so that no form is merged with one compiled for another
// processor.
static inline void MultiplyRowsLoop(const int16_t* __restrict in, const int8_t* __restrict weights, uint32_t size,
                                    uint32_t outs, uint32_t stride, int32_t* __restrict sums) {
  if (size > kMaxRowIn) return;
  int16_t w[kMaxRowIn];
  for (uint32_t o = 0; o < outs; ++o) {
    const int8_t* row = weights + uint64_t{o} * size;
    for (uint32_t i = 0; i < size; ++i) w[i] = row[i];
    int32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    for (uint32_t i = 0; i < size; ++i) {
      s0 += w[i] * in[i];
      s1 += w[i] * in[i + size];
      s2 += w[i] * in[i + 2 * size];
      s3 += w[i] * in[i + 3 * size];
      s4 += w[i] * in[i + 4 * size];
      s5 += w[i] * in[i + 5 * size];
      s6 += w[i] * in[i + 6 * size];
      s7 += w[i] * in[i + 7 * size];
    }
    sums[o] = s0;
    sums[o + stride] = s1;
    sums[o + 2 * stride] = s2;
    sums[o + 3 * stride] = s3;
    sums[o + 4 * stride] = s4;
    sums[o + 5 * stride] = s5;
    sums[o + 6 * stride] = s6;
    sums[o + 7 * stride] = s7;
  }
}

// The low half of the shifted product is enough, and compilers have vector instructions for it: factors are below 2^24,
// so the product has fewer than 56 bits.
static inline int16_t ScaledSum(int32_t sum, int32_t factor, int32_t bias) {
  constexpr int64_t kHalf = int64_t{1} << (kFactorBits - 1);
  const int32_t scaled = static_cast<int32_t>((int64_t{sum} * factor + kHalf) >> kFactorBits);
  const int32_t x = static_cast<int32_t>(static_cast<uint32_t>(scaled) + static_cast<uint32_t>(bias));
  return static_cast<int16_t>(x < -32767 ? -32767 : x > 32767 ? 32767 : x);
}

static inline void ScaleRowsLoop(const int32_t* __restrict sums, const int32_t* __restrict factors,
                                 const int32_t* __restrict biases, uint32_t outs, int16_t* __restrict out) {
  for (uint32_t r = 0; r < kRowsAtOnce; ++r, sums += outs, out += outs) {
    for (uint32_t o = 0; o < outs; ++o) out[o] = ScaledSum(sums[o], factors[o], biases[o]);
  }
}

static inline void GateRowLoop(const int16_t* __restrict values, const int16_t* __restrict gates, uint32_t count,
                               int16_t* __restrict h) {
  for (uint32_t i = 0; i < count; ++i) {
    const int32_t x = h[i] + ((values[i] * Sigmoid15(gates[i])) >> 15);
    h[i] = static_cast<int16_t>(x < -32767 ? -32767 : x > 32767 ? 32767 : x);
  }
}

static inline void AddTapLoop(const int16_t* __restrict row, const int16_t* __restrict weights, uint32_t count,
                              int32_t* __restrict sums) {
  constexpr int32_t kHalf = 1 << (kTapBits - 1);
  for (uint32_t i = 0; i < count; ++i) sums[i] += (row[i] * weights[i] + kHalf) >> kTapBits;
}

}  // namespace pith

#endif  // PITH_ENGINE_NETWORK_LOOPS_H_
