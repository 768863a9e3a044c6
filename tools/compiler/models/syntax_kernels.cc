#include "tools/compiler/models/syntax_kernels.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define PITH_HAS_AVX2_FORM 1
#include <immintrin.h>
#endif

namespace pith::compiler {
namespace {

inline __attribute__((always_inline)) void ScaleLoop(const int32_t* __restrict sums, const int32_t* __restrict factors,
                                                     const int32_t* __restrict biases, size_t count, int shift,
                                                     int16_t* __restrict out) {
  const int64_t half = int64_t{1} << (shift - 1);
  for (size_t o = 0; o < count; ++o) {
    const int64_t value = ((int64_t{sums[o]} * factors[o] + half) >> shift) + biases[o];
    out[o] = static_cast<int16_t>(std::min<int64_t>(std::max<int64_t>(value, -kMostActivation), kMostActivation));
  }
}

#ifdef PITH_HAS_AVX2_FORM

// kRows rows by two vectors of eight outputs: the sums stay in registers, and each weight is loaded once for all rows.
template <size_t kRows>
__attribute__((target("avx2"), always_inline)) inline void MultiplyRowsAvx2(const int16_t* row, size_t inputs,
                                                                            const int16_t* of_block, InputRange range,
                                                                            int32_t* sums, size_t outs) {
  __m256i sum[kRows][2] = {};
  for (size_t i = range.first; i < range.last; i += 2) {
    const __m256i* w = reinterpret_cast<const __m256i*>(of_block + i * kPackedOuts);
    const __m256i low = _mm256_loadu_si256(w), high = _mm256_loadu_si256(w + 1);
    for (size_t k = 0; k < kRows; ++k) {
      int32_t pair;
      std::memcpy(&pair, row + k * inputs + i, sizeof(pair));
      const __m256i both = _mm256_set1_epi32(pair);
      sum[k][0] = _mm256_add_epi32(sum[k][0], _mm256_madd_epi16(both, low));
      sum[k][1] = _mm256_add_epi32(sum[k][1], _mm256_madd_epi16(both, high));
    }
  }
  for (size_t k = 0; k < kRows; ++k) {
    __m256i* to = reinterpret_cast<__m256i*>(sums + k * outs);
    _mm256_storeu_si256(to, sum[k][0]);
    _mm256_storeu_si256(to + 1, sum[k][1]);
  }
}

__attribute__((target("avx2"))) void MultiplyAvx2(const int16_t* in, size_t rows, const PackedWeights& weights,
                                                  InputRange range, int32_t* sums) {
  const size_t outs = weights.outs(), inputs = weights.inputs();
  for (size_t block = 0; block < outs; block += kPackedOuts) {
    const int16_t* of_block = weights.data() + block * inputs;
    size_t r = 0;
    for (; r + 4 <= rows; r += 4) {
      MultiplyRowsAvx2<4>(in + r * inputs, inputs, of_block, range, sums + r * outs + block, outs);
    }
    for (; r + 2 <= rows; r += 2) {
      MultiplyRowsAvx2<2>(in + r * inputs, inputs, of_block, range, sums + r * outs + block, outs);
    }
    if (r < rows) MultiplyRowsAvx2<1>(in + r * inputs, inputs, of_block, range, sums + r * outs + block, outs);
  }
}

__attribute__((target("avx2"))) void ScaleAvx2(const int32_t* sums, const int32_t* factors, const int32_t* biases,
                                               size_t count, int shift, int16_t* out) {
  ScaleLoop(sums, factors, biases, count, shift, out);
}

bool HasAvx2() {
  static const bool has = __builtin_cpu_supports("avx2");
  return has;
}

#endif

}  // namespace

void MultiplyPackedPlain(const int16_t* in, size_t rows, const PackedWeights& weights, InputRange range,
                         int32_t* sums) {
  const size_t outs = weights.outs(), inputs = weights.inputs();
  for (size_t block = 0; block < outs; block += kPackedOuts) {
    const int16_t* of_block = weights.data() + block * inputs;
    for (size_t r = 0; r < rows; ++r) {
      int32_t sum[kPackedOuts] = {};
      for (size_t i = range.first; i < range.last; i += 2) {
        const int16_t* w = of_block + i * kPackedOuts;
        const int32_t a = in[r * inputs + i], b = in[r * inputs + i + 1];
        for (size_t o = 0; o < kPackedOuts; ++o) sum[o] += a * w[2 * o] + b * w[2 * o + 1];
      }
      std::copy_n(sum, kPackedOuts, sums + r * outs + block);
    }
  }
}

void MultiplyPacked(const int16_t* in, size_t rows, const PackedWeights& weights, InputRange range, int32_t* sums) {
#ifdef PITH_HAS_AVX2_FORM
  if (HasAvx2()) return MultiplyAvx2(in, rows, weights, range, sums);
#endif
  MultiplyPackedPlain(in, rows, weights, range, sums);
}

void ScaleSums(const int32_t* sums, const int32_t* factors, const int32_t* biases, size_t count, int shift,
               int16_t* out) {
#ifdef PITH_HAS_AVX2_FORM
  if (HasAvx2()) return ScaleAvx2(sums, factors, biases, count, shift, out);
#endif
  ScaleLoop(sums, factors, biases, count, shift, out);
}

}  // namespace pith::compiler
