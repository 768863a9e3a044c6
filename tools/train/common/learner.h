// The averaged perceptron (Freund and Schapire 1999; Collins 2002) with a margin, over hashed sparse features. It
// counts in integers, so that training gives the same model everywhere.

#ifndef PITH_TOOLS_TRAIN_COMMON_LEARNER_H_
#define PITH_TOOLS_TRAIN_COMMON_LEARNER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {

class Learner {
 public:
  explicit Learner(int classes) : classes_(classes) {}

  int classes() const { return classes_; }

  // The scores of all classes under the current weights, not the averaged ones.
  void Score(absl::Span<const Feature> features, absl::Span<int32_t> scores) const;

  // Moves the weights of `features` toward one class and away from another.
  void Update(absl::Span<const Feature> features, int good, int bad);

  // Moves the weights of `features` for one class.
  void Change(absl::Span<const Feature> features, int cls, int32_t delta);

  // Ends one example: averages are taken over examples.
  void Tick() { ++now_; }

  // The averaged model, as a section that LinearModel opens. Omits weights that were changed fewer than `min_changes`
  // times, and prunes the smallest until the section has at most `max_bytes` bytes.
  std::string Section(size_t max_bytes, int min_changes = 2) const;

 private:
  struct Entry {
    int64_t total = 0;  // sum of the weight over all examples until `stamp`
    uint32_t stamp = 0;
    int32_t weight = 0;
    uint16_t changes = 0;
    uint8_t cls = 0;
  };

  void Add(std::vector<Entry>& row, int cls, int32_t delta) const;

  int classes_;
  uint32_t now_ = 1;
  absl::flat_hash_map<Feature, uint32_t> index_;
  std::vector<std::vector<Entry>> rows_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_COMMON_LEARNER_H_
