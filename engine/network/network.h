// In: rows of 16-bit activations and a layer of 8-bit weights. Out: the rows of the next layer, identical on every
// machine.
// Who may use it: engine/reader, and engine/index, which asks once which loops run best on this processor.
//
// Small neural networks in integers. Activations are 16-bit numbers in units of 1/512, which processors can multiply in
// pairs (pmaddwd, smlad); weights have 8 bits, with a factor for each output; sums have 32 bits.
//
// clang-format off
//   layer   := u32 in, u32 out, u8 taps, u8 dilation, u16 reserved, i32 factor[out], i32 bias[out],
//              [i16 own[taps][in] where there are several taps], i8 weight[out][in], zeros up to a multiple of 4
//   table   := u32 rows, u32 columns, u32 shift, i8 value[rows][columns], zeros up to a multiple of 4
// clang-format on
//
// A layer is a matrix product. With several taps it is a separable convolution: every input is first summed over `taps`
// rows that lie `dilation` rows apart (rows outside are zero), each multiplied by the input's own weight for that tap /
// 4096. A value v of a table stands for v << shift.

#ifndef PITH_ENGINE_NETWORK_NETWORK_H_
#define PITH_ENGINE_NETWORK_NETWORK_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

inline constexpr int32_t kActivationBits = 9;  // an activation of 1.0 is 512
inline constexpr int32_t kFactorBits = 24;     // a factor of 1.0 is 2^24
inline constexpr int32_t kTapBits = 12;        // a tap's weight of 1.0 is 2^12
inline constexpr uint32_t kMaxLayerIn = 328;   // 328 * 128 * 32768 fits a sum
inline constexpr uint32_t kMaxRowIn = 136;     // the same for several rows at once
inline constexpr uint32_t kMaxLayerOut = 160;
inline constexpr uint32_t kMaxTaps = 5, kMaxTapsIn = 80;  // of a separable convolution
inline constexpr uint32_t kMaxReach = 8;                  // rows from a layer's middle tap to its outermost
inline constexpr uint32_t kRowsAtOnce = 8;

// A signed number clamped to 16 bits.
template <typename Int>
int16_t Narrow(Int x) {
  return static_cast<int16_t>(x < -32767 ? -32767 : x > 32767 ? 32767 : x);
}

// The form of the inner loops to use; all give the same sums. kWide: written for AVX2, for NEON on 64-bit ARM or for
// WebAssembly, if the program is compiled for one of them.
enum class Kernel : uint8_t { kPortable, kWide };

// kWide if the program has it and this processor can run it.
Kernel BestKernel();

// Scales the sums of MultiplyRows: sum * factor / 2^kFactorBits + bias for each of `outs` outputs of kRowsAtOnce rows.
void ScaleRows(Kernel kernel, const int32_t* sums, const int32_t* factors, const int32_t* biases, uint32_t outs,
               int16_t* out);

// sums[r * outs + o] = the dot product of row r of `in` with row o of `weights`, for kRowsAtOnce consecutive rows of
// `size` <= kMaxRowIn numbers each. `weights` has outs * size numbers.
void MultiplyRows(Kernel kernel, const int16_t* in, const int8_t* weights, uint32_t size, uint32_t outs, int32_t* sums);

// h[i] += values[i] * sigmoid(gates[i]) for `count` activations.
void GateRow(Kernel kernel, const int16_t* values, const int16_t* gates, uint32_t count, int16_t* h);

// sums[i] += row[i] * weights[i] / 2^kTapBits, rounded, for `count` activations: a tap of a separable convolution.
void AddTap(Kernel kernel, const int16_t* row, const int16_t* weights, uint32_t count, int32_t* sums);

// Room for a few rows of a layer's inputs and sums, in the caller's work space.
struct NetworkScratch {
  int16_t around[kRowsAtOnce * kMaxRowIn];
  int32_t sums[kRowsAtOnce * kMaxLayerOut];
};

// A view of one layer. Layers are opened one after another from the start of a section; all bytes lie inside the
// section.
struct Layer {
  uint32_t in = 0, out = 0, taps = 0, dilation = 0;
  Bytes factors, biases, own, weights;

  // Reads the layer at *at of `section` and moves *at past it. False if it does not fit or exceeds a limit.
  bool Open(Bytes section, uint64_t* at);

  // Applies the layer, which must have at most kMaxRowIn inputs, to rows [first, first + kRowsAtOnce) of `input`, which
  // has `rows` rows of `in` numbers; rows beyond those give what zeros give. A layer of one tap reads kRowsAtOnce rows
  // from `first` on, whatever `rows` is; they may lie in scratch->around. `output`: kRowsAtOnce * out numbers. `extra`:
  // out numbers added to every row, or null. `before`: the kMaxReach rows before row `first`, if those of `input` have
  // been overwritten, as when a layer's output replaces its input; null: they have not.
  void Apply(Kernel kernel, const int16_t* input, uint32_t rows, uint32_t first, const int16_t* extra, int16_t* output,
             NetworkScratch* scratch, const int16_t* before = nullptr) const;

  // The same for one row, if the layer has one tap.
  void ApplyToOne(const int16_t* input, int16_t* output) const;

 private:
  void SumTaps(Kernel kernel, const int16_t* input, uint32_t rows, uint32_t first, const int16_t* before,
               int16_t* to) const;
  void Scale(Kernel kernel, const int32_t* sums, const int16_t* extra, int16_t* output) const;
};

// A view of one table.
struct Embedding {
  uint32_t rows = 0, columns = 0, shift = 0;
  Bytes values;

  bool Open(Bytes section, uint64_t* at);

  // Writes row `number` to `out` (columns numbers); zeros if there is no such row.
  void Read(uint32_t number, int16_t* out) const;
};

inline constexpr uint32_t kSigmoidCells = 256, kExpCells = 352;
extern const int32_t kSigmoid[kSigmoidCells];  // 32 bits wide, since processors gather no less
extern const uint16_t kExp[kExpCells];

// sigmoid(x / 512) * 32768; x / 512 is rounded by at most 1/64.
inline int32_t Sigmoid15(int32_t x) {
  const uint32_t cell = static_cast<uint32_t>(x < 0 ? -x : x) >> 4;
  const int32_t half = kSigmoid[cell < kSigmoidCells ? cell : kSigmoidCells - 1];
  return x < 0 ? 32768 - half : half;
}

// exp(-x / 512) * 32768 for x >= 0; x / 512 is rounded by at most 1/64.
inline int32_t ExpOfMinus15(int32_t x) {
  const uint32_t cell = static_cast<uint32_t>(x) >> 4;
  return cell < kExpCells ? kExp[cell] : 0;
}

}  // namespace pith

#endif  // PITH_ENGINE_NETWORK_NETWORK_H_
