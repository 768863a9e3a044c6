// Learns whether an answer is right, and which of several is best: the small networks of engine/rank/doubt.h and
// engine/reader/rerank.h, in floating point instead of integers.

#ifndef PITH_TOOLS_TRAIN_ANSWERS_DOUBT_H_
#define PITH_TOOLS_TRAIN_ANSWERS_DOUBT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/rank/weights.h"

namespace pith::train {

inline constexpr double kFeatureUnit = kWholly;                     // the value of a feature of 1.0
inline constexpr double kWeightUnit = kLogOddsUnit / kFeatureUnit;  // of the weights in the file

// Of the questions that doubt learns from, one in so many has no answer.
inline constexpr double kOneUnanswerableIn = 4;

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

  // The log-odds, without what rules add.
  double Score(const DoubtExample& example) const;

  // Minimizes cross entropy by AdaGrad from fixed small weights. The result is the mean of the later epochs' weights,
  // which varies less than any of them.
  void Train(const std::vector<DoubtExample>& examples);

  // Learns to order candidates, given a list for each question: gradient ascent by AdaGrad on the expected F1 of an
  // answer drawn by softmax of the scores.
  void TrainOrder(const std::vector<std::vector<DoubtExample>>& lists);

  // The confidence threshold that best balances correct answers against abstaining where there is no answer, by SQuAD
  // 2.0's F1 over the weighted examples.
  double BestThreshold(const std::vector<DoubtExample>& examples) const;

  double Confidence(const DoubtExample& example) const;

 private:
  void Begin();

  size_t inputs_;
  std::vector<double> weights_;
};

// The least confidence from which on `share` of the weighted answers are right; 1 if there is none.
struct GivenAnswer {
  double confidence = 0, weight = 1;
  bool right = false;
};
double ThresholdFor(double share, std::vector<GivenAnswer> answers);

// Weights the questions without an answer so that they make up one in `among`.
void Balance(double among, std::vector<DoubtExample>* examples);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_ANSWERS_DOUBT_H_
