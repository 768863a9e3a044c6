// Learning whether an answer is right, and which of some is best: the small networks of engine/rank/doubt.h and
// engine/reader/rerank.h with fractions for integers.

#ifndef PITH_TOOLS_TRAIN_ANSWERS_DOUBT_H_
#define PITH_TOOLS_TRAIN_ANSWERS_DOUBT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/rank/weights.h"

namespace pith::train {

inline constexpr double kFeatureUnit = 16.0;  // a feature of 1.0

struct DoubtExample {
  std::vector<int32_t> features;
  bool right = false;
  double f1 = 0;
  bool answerable = false;
  double weight = 1;
  double rules = 0;  // what rules add to the learned log-odds
};

class DoubtNetwork {
 public:
  explicit DoubtNetwork(size_t inputs) : inputs_(inputs), weights_(kHiddenUnits * (inputs + 1) + 1, 0) {}

  // In the engine's order: each hidden unit's inputs, then the units' own weights and a constant.
  const std::vector<double>& weights() const { return weights_; }

  // Log-odds, without what rules add.
  double Score(const DoubtExample& example) const;

  // Cross entropy by AdaGrad from fixed small weights; the mean of the later epochs' weights, which moves less than
  // any.
  void Train(const std::vector<DoubtExample>& examples);

  // To put candidates in order, a list for each question: gradient ascent by AdaGrad on the expected F1 of an answer
  // drawn by softmax of the scores.
  void TrainOrder(const std::vector<std::vector<DoubtExample>>& lists);

  // The confidence at which answering as many as possible right and abstaining as often as possible from what has no
  // answer balance best: SQuAD 2.0's F1 over the weighed examples.
  double BestThreshold(const std::vector<DoubtExample>& examples) const;

  double Confidence(const DoubtExample& example) const;

 private:
  void Begin();

  size_t inputs_;
  std::vector<double> weights_;
};

// Weighs the questions without an answer so that one in `among` is such.
void Balance(double among, std::vector<DoubtExample>* examples);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_ANSWERS_DOUBT_H_
