// The inner loops of syntax_network.h, each in a form for any processor and one for processors with AVX2. Both give the
// same sums, because the numbers are integers.

#ifndef PITH_TOOLS_COMPILER_MODELS_SYNTAX_KERNELS_H_
#define PITH_TOOLS_COMPILER_MODELS_SYNTAX_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pith::compiler {

inline constexpr size_t kPackedRows = 4;   // rows that share one load of the weights
inline constexpr size_t kPackedOuts = 16;  // outputs that are summed side by side

inline constexpr size_t RoundUp(size_t count, size_t step) { return (count + step - 1) / step * step; }

// A matrix of weights, a row an output, in the order in which the loops read it: blocks of kPackedOuts outputs, and in
// a block pairs of inputs, each with the weights of all the block's outputs. Filled up with zeros.
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

// sums[r * outs() + o] = the dot product of row r of `in`, rows of inputs() numbers, with the weights of output o.
// `rows` is a multiple of kPackedRows. The caller sees to it that sums fit 32 bits.
void MultiplyPacked(const int16_t* in, size_t rows, const PackedWeights& weights, int32_t* sums);

// The form of MultiplyPacked for any processor.
void MultiplyPackedPlain(const int16_t* in, size_t rows, const PackedWeights& weights, int32_t* sums);

// out[o] = sums[o] * factors[o] / 2^shift, rounded, + biases[o], within +-INT16_MAX.
void ScaleSums(const int32_t* sums, const int32_t* factors, const int32_t* biases, size_t count, int shift,
               int16_t* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_SYNTAX_KERNELS_H_
