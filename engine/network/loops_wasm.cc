// The products for WebAssembly, with SIMD and without, and how sums are scaled with SIMD. Empty elsewhere.

#include "engine/network/loops.h"

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>

#include <cstring>

namespace pith {
namespace {

constexpr uint32_t kOuts = 8;               // per block: two registers hold that many sums
constexpr uint32_t kPairs = kMaxRowIn / 2;  // pairs of inputs
constexpr uint32_t kAtOnce = 16;            // weights in a register
static_assert(kRowsAtOnce % 4 == 0, "the rows are multiplied four by four");

// The low and the high halves of two registers, lane by lane.
v128_t Low16(v128_t a, v128_t b) { return wasm_i16x8_shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11); }
v128_t High16(v128_t a, v128_t b) { return wasm_i16x8_shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15); }
v128_t Low32(v128_t a, v128_t b) { return wasm_i32x4_shuffle(a, b, 0, 4, 1, 5); }
v128_t High32(v128_t a, v128_t b) { return wasm_i32x4_shuffle(a, b, 2, 6, 3, 7); }
v128_t Low64(v128_t a, v128_t b) { return wasm_i64x2_shuffle(a, b, 0, 2); }
v128_t High64(v128_t a, v128_t b) { return wasm_i64x2_shuffle(a, b, 1, 3); }

// Widens the weights of one pair of inputs for eight outputs.
v128_t* Put(v128_t weights, v128_t* out) {
  out[0] = wasm_i16x8_extend_low_i8x16(weights);
  out[1] = wasm_i16x8_extend_high_i8x16(weights);
  return out + 2;
}

// Transposes sixteen weights of eight outputs into eight pairs of weights for all of them.
v128_t* Turn(const v128_t* in, v128_t* out) {
  v128_t a[kOuts], b[kOuts];
  for (uint32_t i = 0; i < kOuts; i += 2) {
    a[i] = Low16(in[i], in[i + 1]);
    a[i + 1] = High16(in[i], in[i + 1]);
  }
  for (uint32_t i = 0; i < kOuts; i += 4) {
    b[i] = Low32(a[i], a[i + 2]);
    b[i + 1] = High32(a[i], a[i + 2]);
    b[i + 2] = Low32(a[i + 1], a[i + 3]);
    b[i + 3] = High32(a[i + 1], a[i + 3]);
  }
  for (uint32_t i = 0; i < 4; ++i) out = Put(High64(b[i], b[i + 4]), Put(Low64(b[i], b[i + 4]), out));
  return out;
}

// Lays out the weights of `outs` outputs, at most eight, by pairs of inputs, two registers a pair.
void Interleave(const int8_t* weights, uint32_t size, uint32_t outs, v128_t* out) {
  v128_t rows[kOuts];
  for (v128_t& row : rows) row = wasm_i32x4_splat(0);
  uint32_t i = 0;
  for (; i + kAtOnce <= size; i += kAtOnce) {
    for (uint32_t o = 0; o < outs; ++o) rows[o] = wasm_v128_load(weights + o * size + i);
    out = Turn(rows, out);
  }
  if (i == size) return;
  for (uint32_t o = 0; o < outs; ++o) {
    rows[o] = wasm_i32x4_splat(0);
    memcpy(&rows[o], weights + o * size + i, size - i);
  }
  Turn(rows, out);
}

v128_t Add(v128_t sums, v128_t weights, v128_t inputs) {
  return wasm_i32x4_add(sums, wasm_i32x4_dot_i16x8(weights, inputs));
}

// Four rows times eight outputs; the sums of each row lie `stride` after those of the row before.
void MultiplyBlock(const int16_t* x, const v128_t* weights, uint32_t size, uint32_t stride, int32_t* sums) {
  v128_t a[4], b[4];
  for (uint32_t r = 0; r < 4; ++r) a[r] = b[r] = wasm_i32x4_splat(0);
  for (uint32_t i = 0; i < size; i += 2, weights += 2) {
    for (uint32_t r = 0; r < 4; ++r) {
      const v128_t pair = wasm_v128_load32_splat(x + r * size + i);
      a[r] = Add(a[r], weights[0], pair);
      b[r] = Add(b[r], weights[1], pair);
    }
  }
  for (uint32_t r = 0; r < 4; ++r) {
    wasm_v128_store(sums + r * stride, a[r]);
    wasm_v128_store(sums + r * stride + kOuts / 2, b[r]);
  }
}

}  // namespace

// With outputs side by side, no sums across a register are needed.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  if (size % 2 != 0 || size > kMaxRowIn) return MultiplyRowsLoop(in, weights, size, outs, outs, sums);
  v128_t block[2 * kPairs + kAtOnce];
  for (uint32_t o = 0; o < outs; o += kOuts) {
    const uint32_t here = outs - o < kOuts ? outs - o : kOuts;
    Interleave(weights + o * size, size, here, block);
    for (uint32_t row = 0; row < kRowsAtOnce; row += 4) {
      const int16_t* x = in + row * size;
      int32_t* to = sums + row * outs + o;
      if (here == kOuts) {
        MultiplyBlock(x, block, size, outs, to);
        continue;
      }
      int32_t some[4 * kOuts];
      MultiplyBlock(x, block, size, kOuts, some);
      for (uint32_t r = 0; r < 4; ++r) memcpy(to + r * outs, some + r * kOuts, here * sizeof *to);
    }
  }
}

// Four sums times their factors, scaled. The halves of 64 bits that an arithmetic shift would fill are left out.
static v128_t Scaled(const int32_t* sums, const int32_t* factors, const int32_t* biases) {
  const v128_t sum = wasm_v128_load(sums), factor = wasm_v128_load(factors);
  const v128_t half = wasm_i64x2_splat(int64_t{1} << (kFactorBits - 1));
  const v128_t low = wasm_u64x2_shr(wasm_i64x2_add(wasm_i64x2_extmul_low_i32x4(sum, factor), half), kFactorBits);
  const v128_t high = wasm_u64x2_shr(wasm_i64x2_add(wasm_i64x2_extmul_high_i32x4(sum, factor), half), kFactorBits);
  return wasm_i32x4_add(wasm_i32x4_shuffle(low, high, 0, 2, 4, 6), wasm_v128_load(biases));
}

void ScaleRowsWide(const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs, int16_t* out) {
  for (uint32_t r = 0; r < kRowsAtOnce; ++r, sums += outs, out += outs) {
    uint32_t o = 0;
    for (; o + kOuts <= outs; o += kOuts) {
      const v128_t low = Scaled(sums + o, factors + o, biases + o);
      const v128_t high = Scaled(sums + o + 4, factors + o + 4, biases + o + 4);
      wasm_v128_store(out + o, wasm_i16x8_max(wasm_i16x8_narrow_i32x4(low, high), wasm_i16x8_splat(-32767)));
    }
    for (; o < outs; ++o) out[o] = ScaledSum(sums[o], factors[o], biases[o]);
  }
}

}  // namespace pith

#elif defined(__wasm__)

namespace pith {

// Two rows in each number of 64 bits, one of them times 2^32: a product with a weight is both products, and the sums
// stay apart, since each fits 32 bits.
void MultiplyRowsWide(const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums) {
  constexpr uint32_t kHalf = kRowsAtOnce / 2;
  static_assert(kHalf == 4, "as many sums as below");
  if (size > kMaxRowIn) return;
  uint64_t rows[kMaxRowIn * kHalf];
  for (uint32_t r = 0; r < kHalf; ++r) {
    const int16_t* low = in + 2 * r * size;
    for (uint32_t i = 0; i < size; ++i) {
      rows[i * kHalf + r] =
          static_cast<uint64_t>(int64_t{low[i]}) + (static_cast<uint64_t>(int64_t{low[size + i]}) << 32);
    }
  }
  for (uint32_t o = 0; o < outs; ++o, weights += size) {
    uint64_t s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    const uint64_t* row = rows;
    for (uint32_t i = 0; i < size; ++i, row += kHalf) {
      const uint64_t w = static_cast<uint64_t>(int64_t{weights[i]});
      s0 += w * row[0];
      s1 += w * row[1];
      s2 += w * row[2];
      s3 += w * row[3];
    }
    const uint64_t both[kHalf] = {s0, s1, s2, s3};
    for (uint32_t r = 0; r < kHalf; ++r) {
      const int32_t low = static_cast<int32_t>(both[r]);
      sums[o + 2 * r * outs] = low;
      sums[o + (2 * r + 1) * outs] = static_cast<int32_t>((both[r] - static_cast<uint64_t>(int64_t{low})) >> 32);
    }
  }
}

}  // namespace pith
#endif
