// The layers and tables of the network that reads syntax, in integers, so that every machine gives the same answers.
// Activations are 16-bit numbers in units of 1/512; weights have 8 bits, with a factor for each output; sums have 32
// bits. The engine's own networks (engine/network) use a different layout.
//
//   network   := u32 layers, layer*                  all numbers little-endian, each layer at a multiple of 4
//   layer     := u32 in, u32 out, u32 taps, u32 dilation, i32 factor[out], i32 bias[out], i8 weight[out][taps][in]
//   tables    := u32 tables, table*                  each at a multiple of 4
//   table     := u32 rows, u32 columns, u32 shift, i8 value[rows][columns]; a value stands for itself << shift

#ifndef PITH_TOOLS_COMPILER_MODELS_SYNTAX_NETWORK_H_
#define PITH_TOOLS_COMPILER_MODELS_SYNTAX_NETWORK_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/format/bytes.h"
#include "tools/compiler/models/syntax_kernels.h"

namespace pith::compiler {

inline constexpr int kSyntaxActivationBits = 9;     // an activation of 1.0 is 512
inline constexpr int kSyntaxFactorBits = 24;        // a factor of 1.0 is 2^24
inline constexpr uint32_t kMaxSyntaxInputs = 1024;  // kMostActivation depends on it

// A matrix of activations, one row per word.
struct Activations {
  size_t rows = 0, columns = 0;
  std::vector<int16_t> all;

  // Sets the shape and fills it with zeros; keeps the memory.
  void Reset(size_t row_count, size_t column_count) {
    rows = row_count;
    columns = column_count;
    all.assign(rows * columns, 0);
  }
  int16_t* row(size_t i) { return all.data() + i * columns; }
  const int16_t* row(size_t i) const { return all.data() + i * columns; }
};

// A linear layer, applied to each row alone (one tap) or to the rows around it: a convolution along the sentence, with
// zeros beyond the ends.
class SyntaxLayer {
 public:
  uint32_t in() const { return in_; }
  uint32_t out() const { return out_; }

  // out = rounded(weights * in * factor) + bias, clamped to 16 bits. `in` has in() columns. Cost: taps * in * out
  // multiplications per row.
  void Apply(const Activations& in, Activations* out) const;

 private:
  friend absl::StatusOr<std::vector<SyntaxLayer>> OpenSyntaxLayers(Bytes section);
  uint32_t in_ = 0, out_ = 0, taps_ = 0, dilation_ = 0;
  std::vector<int32_t> factor_, bias_;
  PackedWeights weights_;  // widened once, so the inner loop multiplies pairs of equal width
};

// The layers of a section, copied out of it. DataLoss if shapes do not fit the bytes or exceed kMaxSyntaxInputs.
absl::StatusOr<std::vector<SyntaxLayer>> OpenSyntaxLayers(Bytes section);

// A table of learned values, one row per suffix, shape or the like.
struct SyntaxTable {
  uint32_t rows = 0, columns = 0, shift = 0;
  Bytes values;

  // Adds row `number` to out[0..columns); does nothing if there is no such row.
  void AddTo(uint32_t number, int16_t* out) const;
};

absl::StatusOr<std::vector<SyntaxTable>> OpenSyntaxTables(Bytes section);

// sums[r * others + o] = the dot product of row r of `rows` with row o of `others`. Both have at most
// kMaxProductColumns columns, and their values are first clamped to +-kMaxProductValue.
inline constexpr size_t kMaxProductColumns = 64;
inline constexpr int16_t kMaxProductValue = 4095;  // 64 * 4095 * 4095 fits in a sum
std::vector<int32_t> Products(Activations rows, Activations others);

// The value, clamped to what an activation may be.
inline int16_t Saturate(int64_t value) {
  return static_cast<int16_t>(value < -kMostActivation  ? -kMostActivation
                              : value > kMostActivation ? kMostActivation
                                                        : value);
}

// to += change, which has the same shape.
void Add(const Activations& change, Activations* to);

// Replaces negative values with 0.
void Rectify(Activations* all);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_SYNTAX_NETWORK_H_
