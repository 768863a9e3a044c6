// The inner loops of syntax_network.h, each in a version for any processor and one for processors with AVX2. Both give
// the same sums, because the numbers are integers.

#ifndef PITH_TOOLS_COMPILER_MODELS_SYNTAX_KERNELS_H_
#define PITH_TOOLS_COMPILER_MODELS_SYNTAX_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pith::compiler {

inline constexpr int16_t kMostActivation = 16383;  // 1024 * 127 * 16383 fits in a sum

inline constexpr size_t kPackedOuts = 16;  // outputs that are summed in parallel

inline constexpr size_t RoundUp(size_t count, size_t step) { return (count + step - 1) / step * step; }

// A matrix of weights, one row per output, in the order in which the loops read it: blocks of kPackedOuts outputs and,
// within a block, pairs of inputs, each with the weights of all the block's outputs. Padded with zeros.
class PackedWeights {
 public:
  PackedWeights() = default;
  PackedWeights(size_t outs, size_t inputs)
      : outs_(RoundUp(outs, kPackedOuts)), inputs_(RoundUp(inputs, 2)), all_(outs_ * inputs_) {}

  size_t outs() const { return outs_; }      // a multiple of kPackedOuts
  size_t inputs() const { return inputs_; }  // even
  const int16_t* data() const { return all_.data(); }
  void Set(size_t out, size_t input, int16_t weight) {
    const size_t block = out / kPackedOuts, pair = input / 2;
    all_[(block * (inputs_ / 2) + pair) * 2 * kPackedOuts + 2 * (out % kPackedOuts) + input % 2] = weight;
  }

 private:
  size_t outs_ = 0, inputs_ = 0;
  std::vector<int16_t> all_;
};

// Inputs [first, last), both even.
struct InputRange {
  size_t first = 0, last = 0;
};

// sums[r * outs() + o] = the dot product of row r of `in`, whose rows have inputs() numbers, with the weights of output
// o, as far as the inputs lie in `range`; the others count as zero. The caller must ensure that the sums fit in 32
// bits.
void MultiplyPacked(const int16_t* in, size_t rows, const PackedWeights& weights, InputRange range, int32_t* sums);

// The version of MultiplyPacked for any processor.
void MultiplyPackedPlain(const int16_t* in, size_t rows, const PackedWeights& weights, InputRange range, int32_t* sums);

// out[o] = sums[o] * factors[o] / 2^shift, rounded, + biases[o], clamped to +-kMostActivation.
void ScaleSums(const int32_t* sums, const int32_t* factors, const int32_t* biases, size_t count, int shift,
               int16_t* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_SYNTAX_KERNELS_H_
