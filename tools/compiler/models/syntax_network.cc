#include "tools/compiler/models/syntax_network.h"

#include <algorithm>

#include "absl/status/status.h"

namespace pith::compiler {
namespace {

constexpr uint32_t kMaxOutputs = 4096, kMaxTaps = 9, kMaxDilation = 64;
// Rows that are gathered for one pass over all weights: together with the weights of some outputs, they fit in the L1
// cache.
constexpr size_t kRowsOfPass = 16;

uint64_t Aligned(uint64_t at) { return (at + 3) & ~uint64_t{3}; }

void Limit(Activations* all) {
  for (int16_t& value : all->all) value = std::min(std::max<int16_t>(value, -kMaxProductValue), kMaxProductValue);
}

}  // namespace

absl::StatusOr<std::vector<SyntaxLayer>> OpenSyntaxLayers(Bytes section) {
  const uint64_t count = section.U32(0);
  if (count * 16 > section.size()) return absl::DataLossError("has a damaged network");
  std::vector<SyntaxLayer> layers(count);
  uint64_t at = 4;
  for (SyntaxLayer& layer : layers) {
    layer.in_ = section.U32(at);
    layer.out_ = section.U32(at + 4);
    layer.taps_ = section.U32(at + 8);
    layer.dilation_ = section.U32(at + 12);
    at += 16;
    const uint64_t inputs = uint64_t{layer.in_} * layer.taps_, weights = inputs * layer.out_;
    if (inputs == 0 || layer.in_ > kMaxSyntaxInputs || layer.taps_ > kMaxTaps || inputs > kMaxSyntaxInputs ||
        layer.taps_ % 2 == 0 || layer.out_ == 0 || layer.out_ > kMaxOutputs || layer.dilation_ == 0 ||
        layer.dilation_ > kMaxDilation || !section.Has(at, uint64_t{8} * layer.out_ + weights)) {
      return absl::DataLossError("has a damaged network");
    }
    for (uint32_t o = 0; o < layer.out_; ++o) {
      layer.factor_.push_back(static_cast<int32_t>(section.U32(at + 4 * uint64_t{o})));
      layer.bias_.push_back(static_cast<int32_t>(section.U32(at + 4 * (uint64_t{layer.out_} + o))));
    }
    at += uint64_t{8} * layer.out_;
    layer.weights_ = PackedWeights(layer.out_, inputs);
    for (uint64_t i = 0; i < weights; ++i) {
      // -128 would allow a sum to exceed 32 bits.
      layer.weights_.Set(i / inputs, i % inputs, std::max<int16_t>(static_cast<int8_t>(section.U8(at + i)), -127));
    }
    at = Aligned(at + weights);
  }
  return layers;
}

void SyntaxLayer::Apply(const Activations& in, Activations* out) const {
  const ptrdiff_t rows = static_cast<ptrdiff_t>(in.rows), reach = static_cast<ptrdiff_t>(taps_ / 2);
  Activations around;
  std::vector<int32_t> sums(std::min(kRowsOfPass, in.rows) * weights_.outs());
  // Taps so far from the middle that they lie outside for every row multiply zeros; in short sentences those are many.
  const size_t used = in.rows == 0 ? 0 : std::min<size_t>(taps_ / 2, (in.rows - 1) / dilation_);
  const InputRange range = {(taps_ / 2 - used) * in_ / 2 * 2, RoundUp((taps_ / 2 + used + 1) * in_, 2)};
  out->Reset(in.rows, out_);
  for (size_t first = 0; first < in.rows; first += kRowsOfPass) {
    const size_t count = std::min(kRowsOfPass, in.rows - first);
    around.Reset(count, weights_.inputs());
    for (size_t r = 0; r < count; ++r) {
      for (ptrdiff_t tap = -reach; tap <= reach; ++tap) {
        const ptrdiff_t from = static_cast<ptrdiff_t>(first + r) + tap * static_cast<ptrdiff_t>(dilation_);
        if (from < 0 || from >= rows) continue;
        std::copy_n(in.row(static_cast<size_t>(from)), in_, around.row(r) + static_cast<size_t>(tap + reach) * in_);
      }
    }
    MultiplyPacked(around.row(0), around.rows, weights_, range, sums.data());
    for (size_t r = 0; r < count; ++r) {
      ScaleSums(sums.data() + r * weights_.outs(), factor_.data(), bias_.data(), out_, kSyntaxFactorBits,
                out->row(first + r));
    }
  }
}

absl::StatusOr<std::vector<SyntaxTable>> OpenSyntaxTables(Bytes section) {
  const uint64_t count = section.U32(0);
  if (count * 12 > section.size()) return absl::DataLossError("has damaged tables");
  std::vector<SyntaxTable> tables(count);
  uint64_t at = 4;
  for (SyntaxTable& table : tables) {
    table.rows = section.U32(at);
    table.columns = section.U32(at + 4);
    const uint64_t size = uint64_t{table.rows} * table.columns;
    table.shift = section.U32(at + 8);
    if (table.columns > kMaxSyntaxInputs || table.shift > 8 || !section.Has(at + 12, size)) {
      return absl::DataLossError("has damaged tables");
    }
    table.values = section.Sub(at + 12, size);
    at = Aligned(at + 12 + size);
  }
  return tables;
}

void SyntaxTable::AddTo(uint32_t number, int16_t* out) const {
  const Bytes row = values.Sub(uint64_t{number} * columns, columns);
  const uint8_t* value = row.data();
  for (uint64_t i = 0; i < row.size(); ++i) {
    const int32_t sum = out[i] + static_cast<int8_t>(value[i]) * (1 << shift);
    out[i] = Saturate(sum);
  }
}

std::vector<int32_t> Products(Activations rows, Activations others) {
  Limit(&rows);
  Limit(&others);
  const size_t count = rows.rows, columns = rows.columns;
  PackedWeights packed(others.rows, columns);
  for (size_t o = 0; o < others.rows; ++o) {
    for (size_t i = 0; i < columns; ++i) packed.Set(o, i, others.row(o)[i]);
  }
  Activations padded;
  padded.Reset(count, packed.inputs());
  for (size_t r = 0; r < count; ++r) std::copy_n(rows.row(r), columns, padded.row(r));
  std::vector<int32_t> sums(padded.rows * packed.outs()), products(count * others.rows);
  MultiplyPacked(padded.row(0), padded.rows, packed, {0, packed.inputs()}, sums.data());
  for (size_t r = 0; r < count; ++r) {
    std::copy_n(sums.data() + r * packed.outs(), others.rows, products.data() + r * others.rows);
  }
  return products;
}

void Add(const Activations& change, Activations* to) {
  for (size_t i = 0; i < to->all.size(); ++i) to->all[i] = Saturate(int64_t{to->all[i]} + change.all[i]);
}

void Rectify(Activations* all) {
  for (int16_t& value : all->all) value = std::max<int16_t>(value, 0);
}

}  // namespace pith::compiler
