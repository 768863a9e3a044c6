// The inner loops for processors with vectors of 16-bit numbers: AVX2 (compiled with -mavx2, engine/CMakeLists.txt) and
// NEON on 64-bit ARM; for WebAssembly, those that loops_wasm.cc does not have. Empty elsewhere. Only the products are
// written by hand; compilers vectorize the rest by themselves.

#include "engine/network/loops.h"

#if defined(__AVX2__)
#include <immintrin.h>

#include <cstring>
#elif defined(PITH_WIDE) && defined(__aarch64__)
#include <arm_neon.h>
#endif

#if defined(__AVX2__) || (defined(PITH_WIDE) && (defined(__aarch64__) || defined(__wasm__)))
namespace pith {

#if defined(__AVX2__)
namespace {

constexpr uint32_t kOuts = 8;                // per block: one register holds that many sums
constexpr uint32_t kPairs = kMaxTapsIn / 2;  // pairs of inputs; separable convolutions have no more
static_assert(kRowsAtOnce % 4 == 0, "the rows are multiplied four by four");

// Transposes eight rows of sixteen weights into eight rows that each hold one pair of weights for every output.
void Turn(const __m128i* in, __m128i* out) {
  __m128i a[8], b[8];
  for (uint32_t i = 0; i < 4; ++i) {
    a[2 * i] = _mm_unpacklo_epi16(in[2 * i], in[2 * i + 1]);
    a[2 * i + 1] = _mm_unpackhi_epi16(in[2 * i], in[2 * i + 1]);
  }
  for (uint32_t i = 0; i < 8; i += 4) {
    b[i] = _mm_unpacklo_epi32(a[i], a[i + 2]);
    b[i + 1] = _mm_unpackhi_epi32(a[i], a[i + 2]);
    b[i + 2] = _mm_unpacklo_epi32(a[i + 1], a[i + 3]);
    b[i + 3] = _mm_unpackhi_epi32(a[i + 1], a[i + 3]);
  }
  for (uint32_t i = 0; i < 4; ++i) {
    _mm_storeu_si128(out + 2 * i, _mm_unpacklo_epi64(b[i], b[i + 4]));
    _mm_storeu_si128(out + 2 * i + 1, _mm_unpackhi_epi64(b[i], b[i + 4]));
  }
}

// Lays out the weights of eight outputs by pairs of inputs.
void Interleave(const int8_t* weights, uint32_t size, __m128i* out) {
  __m128i rows[kOuts];
  uint32_t i = 0;
  for (; i + 16 <= size; i += 16) {
    for (uint32_t o = 0; o < kOuts; ++o) {
      rows[o] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + o * size + i));
    }
    Turn(rows, out + i / 2);
  }
  if (i == size) return;
  for (uint32_t o = 0; o < kOuts; ++o) {
    rows[o] = _mm_setzero_si128();
    std::memcpy(&rows[o], weights + o * size + i, size - i);
  }
  Turn(rows, out + i / 2);
}

__m256i Broadcast(const int16_t* pair) {
  int32_t both;
  std::memcpy(&both, pair, sizeof both);
  return _mm256_set1_epi32(both);
}

__m256i Add(__m256i sums, __m256i weights, __m256i inputs) {
  return _mm256_add_epi32(sums, _mm256_madd_epi16(weights, inputs));
}

void Put(__m256i a, __m256i b, int32_t* out) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), a);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + kOuts), b);
}

}  // namespace

// By hand: with outputs side by side, no sums across a register are needed; on short rows, compilers spend as long on
// those as on the products. Two blocks of eight outputs times four rows fill the registers.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  if (size % 2 != 0 || size > 2 * kPairs) return MultiplyRowsLoop(in, weights, size, outs, outs, sums);
  __m128i left[kPairs], right[kPairs];
  uint32_t o = 0;
  for (; o + 2 * kOuts <= outs; o += 2 * kOuts) {
    Interleave(weights + o * size, size, left);
    Interleave(weights + (o + kOuts) * size, size, right);
    for (uint32_t row = 0; row < kRowsAtOnce; row += 4) {
      const int16_t* x = in + row * size;
      __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
      for (uint32_t i = 0; i < size; i += 2) {
        const __m256i u = _mm256_cvtepi8_epi16(_mm_load_si128(left + i / 2));
        const __m256i v = _mm256_cvtepi8_epi16(_mm_load_si128(right + i / 2));
        const __m256i x0 = Broadcast(x + i), x1 = Broadcast(x + size + i);
        const __m256i x2 = Broadcast(x + 2 * size + i), x3 = Broadcast(x + 3 * size + i);
        a0 = Add(a0, u, x0), b0 = Add(b0, v, x0);
        a1 = Add(a1, u, x1), b1 = Add(b1, v, x1);
        a2 = Add(a2, u, x2), b2 = Add(b2, v, x2);
        a3 = Add(a3, u, x3), b3 = Add(b3, v, x3);
      }
      Put(a0, b0, sums + row * outs + o);
      Put(a1, b1, sums + (row + 1) * outs + o);
      Put(a2, b2, sums + (row + 2) * outs + o);
      Put(a3, b3, sums + (row + 3) * outs + o);
    }
  }
  if (o < outs) MultiplyRowsLoop(in, weights + o * size, size, outs - o, outs, sums + o);
}
#elif defined(__aarch64__)
namespace {

// Vectors of 128 bits: a `Row` is eight activations or weights, `Sums` are four sums.
using Row = int16x8_t;
using Sums = int32x4_t;
Sums Zero() { return vdupq_n_s32(0); }
Row Load(const int16_t* from) { return vld1q_s16(from); }
Row Widened(const int8_t* from) { return vmovl_s8(vld1_s8(from)); }
Sums Add(Sums sums, Row a, Row b) { return vmlal_high_s16(vmlal_s16(sums, vget_low_s16(a), vget_low_s16(b)), a, b); }
int32_t Total(Sums s) { return vaddvq_s32(s); }

}  // namespace

// Each weight is widened once and multiplied with all rows.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  const uint32_t whole = size & ~7u;
  for (uint32_t o = 0; o < outs; ++o, weights += size) {
    Sums rows[kRowsAtOnce];
    for (Sums& row : rows) row = Zero();
    for (uint32_t i = 0; i < whole; i += 8) {
      const Row w = Widened(weights + i);
      for (uint32_t r = 0; r < kRowsAtOnce; ++r) rows[r] = Add(rows[r], w, Load(in + r * size + i));
    }
    for (uint32_t r = 0; r < kRowsAtOnce; ++r) {
      int32_t sum = Total(rows[r]);
      for (uint32_t i = whole; i < size; ++i) sum += weights[i] * in[r * size + i];
      sums[o + r * outs] = sum;
    }
  }
}
#endif

#ifndef __wasm_simd128__
void ScaleRowsWide(const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs, int16_t* out) {
  ScaleRowsLoop(sums, factors, biases, outs, out);
}
#endif

void GateRowWide(const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h) {
  GateRowLoop(values, gates, count, h);
}

void AddTapWide(const int16_t* row, const int16_t* weights, uint32_t count, int32_t* sums) {
  AddTapLoop(row, weights, count, sums);
}

}  // namespace pith
#endif
