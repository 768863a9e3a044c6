// Linear classifiers over hashed sparse features, trained by tools/train/common/learner.h and read in place from a
// model file. A feature is a 64-bit hash; one that the model lacks has weight 0.
//
// Section layout, little-endian: u32 classes, u32 bits, then 2^bits + 1 offsets (u32) into the records that follow. The
// top `bits` bits of a feature select a bucket; each of its records is u16 (the feature's low bits), u8 n, then n pairs
// of u8 class and i8 weight. A stored weight c stands for c * |c|: fine near zero, where most weights are, yet wide
// enough for the largest.

#ifndef PITH_TOOLS_COMPILER_MODELS_PERCEPTRON_H_
#define PITH_TOOLS_COMPILER_MODELS_PERCEPTRON_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "engine/format/bytes.h"

namespace pith::compiler {

using Feature = uint64_t;

inline constexpr int kMaxClasses = 255;
inline constexpr int kMaxFeatures = 160;

// Joins two hashes into one; the order of the arguments matters.
inline Feature Mix(Feature a, Feature b) {
  a = (a ^ (b + 0x9e3779b97f4a7c15ULL)) * 0xff51afd7ed558ccdULL;
  return a ^ (a >> 32);
}

// The features of one decision. Each Add is one template; a running number keeps templates apart.
class HashedFeatures {
 public:
  void Clear() { size_ = 0; }
  template <typename... Parts>
  void Add(Parts... parts) {
    Feature hash = 0x51ed2701 + static_cast<Feature>(size_);
    ((hash = Mix(hash, static_cast<Feature>(parts))), ...);
    features_[size_++] = hash * 0x9fb21c651e98df25ULL;
  }
  absl::Span<const Feature> span() const { return absl::MakeConstSpan(features_, static_cast<size_t>(size_)); }

 private:
  Feature features_[kMaxFeatures];
  int size_ = 0;
};

class LinearModel {
 public:
  // A model without classes and features.
  LinearModel() = default;

  // Opens a section after checking every record of it, so that Score can trust it. `bytes` must outlive the model.
  absl::Status Open(Bytes bytes);

  int classes() const { return classes_; }

  // Writes the score of each class; `scores` must hold at least classes() numbers. One or two cache misses per feature.
  void Score(absl::Span<const Feature> features, absl::Span<int32_t> scores) const;

 private:
  const uint8_t* starts_ = nullptr;
  const uint8_t* records_ = nullptr;
  int classes_ = 0;
  uint32_t bits_ = 0;
};

// Index of the largest of the first `count` scores; of equal ones, the first.
int BestClass(absl::Span<const int32_t> scores, int count);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_PERCEPTRON_H_
