// The inner loops for 64-bit ARM, which always has NEON; empty elsewhere.

#include "engine/multiply_rows.h"

#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

namespace pith {

// Eight rows at a time: each weight is widened once and multiplied with all of them.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  const uint32_t whole = size & ~7u;
  for (uint32_t o = 0; o < outs; ++o, weights += size) {
    int32x4_t rows[kRowsAtOnce];
    for (int32x4_t& row : rows) row = vdupq_n_s32(0);
    for (uint32_t i = 0; i < whole; i += 8) {
      const int16x8_t w = vmovl_s8(vld1_s8(weights + i));
      for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
        const int16x8_t x = vld1q_s16(in + r * size + i);
        rows[r] = vmlal_high_s16(vmlal_s16(rows[r], vget_low_s16(w), vget_low_s16(x)), w, x);
      }
    }
    for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
      int32_t sum = vaddvq_s32(rows[r]);
      for (uint32_t i = whole; i < size; ++i) sum += weights[i] * in[r * size + i];
      sums[o + r * outs] = sum;
    }
  }
}

void ScaleRowsWide(const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs, int16_t* out) {
  ScaleRowsLoop(sums, factors, biases, outs, out);
}

void GateRowWide(const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h) {
  GateRowLoop(values, gates, count, h);
}

void AddTapWide(const int16_t* row, const int16_t* weights, uint32_t count, int32_t* sums) {
  AddTapLoop(row, weights, count, sums);
}

}  // namespace pith
#endif
