// The inner loops for WebAssembly with SIMD (-msimd128); empty elsewhere.

#include "engine/multiply_rows.h"

#ifdef __wasm_simd128__
#include <wasm_simd128.h>

namespace pith {

// Eight rows at a time: each weight is widened once and multiplied with all of them.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  const uint32_t whole = size & ~7u;
  for (uint32_t o = 0; o < outs; ++o, weights += size) {
    v128_t rows[kRowsAtOnce];
    for (v128_t& row : rows) row = wasm_i32x4_splat(0);
    for (uint32_t i = 0; i < whole; i += 8) {
      const v128_t w = wasm_i16x8_load8x8(weights + i);
      for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
        rows[r] = wasm_i32x4_add(rows[r], wasm_i32x4_dot_i16x8(w, wasm_v128_load(in + r * size + i)));
      }
    }
    for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
      int32_t sum = wasm_i32x4_extract_lane(rows[r], 0) + wasm_i32x4_extract_lane(rows[r], 1) +
                    wasm_i32x4_extract_lane(rows[r], 2) + wasm_i32x4_extract_lane(rows[r], 3);
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
