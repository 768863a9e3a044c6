#include "tools/compiler/network.h"

#include <algorithm>

#include "absl/status/status.h"

// The inner loop in several forms, of which the program picks the widest that the processor has when it starts. These
// are sums of integers: all forms give the same.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define PITH_FOR_EACH_CPU __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PITH_FOR_EACH_CPU
#endif

namespace pith::compiler {
namespace {

constexpr uint32_t kMaxOutputs = 4096, kMaxTaps = 9, kMaxDilation = 64;
constexpr size_t kRowsAtOnce = 8;

// sums[r * outs + o] = the dot product of row r of `in` with row o of `weights`, for eight rows of `size` numbers each:
// each weight is loaded once for all eight.
PITH_FOR_EACH_CPU
void MultiplyRows(const int16_t* __restrict in, const int16_t* __restrict weights, size_t size, size_t outs,
                  int32_t* __restrict sums) {
  for (size_t o = 0; o < outs; ++o) {
    const int16_t* w = weights + o * size;
    int32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    for (size_t i = 0; i < size; ++i) {
      s0 += w[i] * in[i];
      s1 += w[i] * in[i + size];
      s2 += w[i] * in[i + 2 * size];
      s3 += w[i] * in[i + 3 * size];
      s4 += w[i] * in[i + 4 * size];
      s5 += w[i] * in[i + 5 * size];
      s6 += w[i] * in[i + 6 * size];
      s7 += w[i] * in[i + 7 * size];
    }
    const int32_t all[kRowsAtOnce] = {s0, s1, s2, s3, s4, s5, s6, s7};
    for (size_t r = 0; r < kRowsAtOnce; ++r) sums[r * outs + o] = all[r];
  }
}

// The sums of one row of outputs as activations: factor, rounding, bias, 16 bits.
PITH_FOR_EACH_CPU
void Scale(const int32_t* __restrict sums, const int32_t* __restrict factors, const int32_t* __restrict biases,
           size_t count, int16_t* __restrict out) {
  constexpr int64_t kHalf = int64_t{1} << (kFactorBits - 1);
  for (size_t o = 0; o < count; ++o) {
    const int64_t product = (int64_t{sums[o]} * factors[o] + kHalf) >> kFactorBits;
    out[o] = Narrow(product + biases[o]);
  }
}

uint64_t Aligned(uint64_t at) { return (at + 3) & ~uint64_t{3}; }

void Limit(Activations* all) {
  for (int16_t& value : all->all) value = std::min(std::max<int16_t>(value, -kMaxProductValue), kMaxProductValue);
}

}  // namespace

absl::StatusOr<std::vector<Layer>> OpenLayers(Bytes section) {
  const uint64_t count = section.U32(0);
  if (count * 16 > section.size()) return absl::DataLossError("has a damaged network");
  std::vector<Layer> layers(count);
  uint64_t at = 4;
  for (Layer& layer : layers) {
    layer.in_ = section.U32(at);
    layer.out_ = section.U32(at + 4);
    layer.taps_ = section.U32(at + 8);
    layer.dilation_ = section.U32(at + 12);
    at += 16;
    const uint64_t inputs = uint64_t{layer.in_} * layer.taps_, weights = inputs * layer.out_;
    if (inputs == 0 || layer.in_ > kMaxLayerInputs || layer.taps_ > kMaxTaps || inputs > kMaxLayerInputs ||
        layer.taps_ % 2 == 0 || layer.out_ == 0 || layer.out_ > kMaxOutputs || layer.dilation_ > kMaxDilation ||
        !section.Has(at, uint64_t{8} * layer.out_ + weights)) {
      return absl::DataLossError("has a damaged network");
    }
    for (uint32_t o = 0; o < layer.out_; ++o) {
      layer.factor_.push_back(static_cast<int32_t>(section.U32(at + 4 * uint64_t{o})));
      layer.bias_.push_back(static_cast<int32_t>(section.U32(at + 4 * (uint64_t{layer.out_} + o))));
    }
    at += uint64_t{8} * layer.out_;
    for (uint64_t i = 0; i < weights; ++i) {
      // -128 would let a sum pass 32 bits.
      layer.weights_.push_back(std::max<int16_t>(static_cast<int8_t>(section.U8(at + i)), -127));
    }
    at = Aligned(at + weights);
  }
  return layers;
}

void Layer::Apply(const Activations& in, Activations* out) const {
  const size_t size = size_t{in_} * taps_;
  const ptrdiff_t rows = static_cast<ptrdiff_t>(in.rows), reach = static_cast<ptrdiff_t>(taps_ / 2);
  Activations around;
  std::vector<int32_t> sums(kRowsAtOnce * out_);
  out->Reset(in.rows, out_);
  for (size_t first = 0; first < in.rows; first += kRowsAtOnce) {
    const size_t count = std::min(kRowsAtOnce, in.rows - first);
    around.Reset(kRowsAtOnce, size);
    for (size_t r = 0; r < count; ++r) {
      for (ptrdiff_t tap = -reach; tap <= reach; ++tap) {
        const ptrdiff_t from = static_cast<ptrdiff_t>(first + r) + tap * static_cast<ptrdiff_t>(dilation_);
        if (from < 0 || from >= rows) continue;
        std::copy_n(in.row(static_cast<size_t>(from)), in_, around.row(r) + static_cast<size_t>(tap + reach) * in_);
      }
    }
    MultiplyRows(around.row(0), weights_.data(), size, out_, sums.data());
    for (size_t r = 0; r < count; ++r) {
      Scale(sums.data() + r * out_, factor_.data(), bias_.data(), out_, out->row(first + r));
    }
  }
}

absl::StatusOr<std::vector<Embedding>> OpenEmbeddings(Bytes section) {
  const uint64_t count = section.U32(0);
  if (count * 12 > section.size()) return absl::DataLossError("has damaged tables");
  std::vector<Embedding> tables(count);
  uint64_t at = 4;
  for (Embedding& table : tables) {
    table.rows = section.U32(at);
    table.columns = section.U32(at + 4);
    const uint64_t size = uint64_t{table.rows} * table.columns;
    table.shift = section.U32(at + 8);
    if (table.columns > kMaxLayerInputs || table.shift > 8 || !section.Has(at + 12, size)) {
      return absl::DataLossError("has damaged tables");
    }
    table.values = section.Sub(at + 12, size);
    at = Aligned(at + 12 + size);
  }
  return tables;
}

void Embedding::AddTo(uint32_t number, int16_t* out) const {
  const Bytes row = values.Sub(uint64_t{number} * columns, columns);
  for (uint64_t i = 0; i < row.size(); ++i) {
    out[i] = Narrow(int64_t{out[i]} + static_cast<int8_t>(row.U8(i)) * (1 << shift));
  }
}

std::vector<int32_t> Products(Activations rows, Activations others) {
  Limit(&rows);
  Limit(&others);
  const size_t count = rows.rows, columns = rows.columns;
  rows.all.resize((count + kRowsAtOnce) * columns);  // the last eight may reach beyond the rows
  std::vector<int32_t> sums((count + kRowsAtOnce) * others.rows);
  for (size_t first = 0; first < count; first += kRowsAtOnce) {
    MultiplyRows(rows.row(first), others.row(0), columns, others.rows, sums.data() + first * others.rows);
  }
  sums.resize(count * others.rows);
  return sums;
}

void Add(const Activations& change, Activations* to) {
  for (size_t i = 0; i < to->all.size(); ++i) to->all[i] = Narrow(int64_t{to->all[i]} + change.all[i]);
}

void Rectify(Activations* all) {
  for (int16_t& value : all->all) value = std::max<int16_t>(value, 0);
}

}  // namespace pith::compiler
