#include "tools/train/answers/doubt.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <utility>

namespace pith::train {
namespace {

double Logistic(double x) { return 1 / (1 + std::exp(-x)); }

// What each hidden unit gives; the log-odds.
double Forward(const DoubtExample& e, const std::vector<double>& weights, double hidden[kHiddenUnits]) {
  const size_t inputs = e.features.size(), output = kHiddenUnits * inputs;
  double x = weights[output + kHiddenUnits];
  for (uint32_t h = 0; h < kHiddenUnits; ++h) {
    double sum = 0;
    for (size_t f = 0; f < inputs; ++f) sum += weights[h * inputs + f] * e.features[f] / kFeatureUnit;
    hidden[h] = std::max(0.0, sum);
    x += weights[output + h] * hidden[h];
  }
  return x;
}

}  // namespace

void Balance(double among, std::vector<DoubtExample>* examples) {
  double answerable = 0, other = 0;
  for (const DoubtExample& e : *examples) (e.answerable ? answerable : other) += e.weight;
  for (DoubtExample& e : *examples) e.weight *= e.answerable ? 1 : answerable / (among - 1) / std::max(1.0, other);
}

double DoubtNetwork::Score(const DoubtExample& example) const {
  double hidden[kHiddenUnits];
  return Forward(example, weights_, hidden);
}

double DoubtNetwork::Confidence(const DoubtExample& example) const { return Logistic(Score(example) + example.rules); }

void DoubtNetwork::Begin() {
  uint32_t state = 7;
  for (double& weight : weights_) {
    state = state * 1664525u + 1013904223u;
    weight = (static_cast<double>(state >> 8) / (1 << 24) - 0.5) * 0.4;
  }
}

void DoubtNetwork::TrainOrder(const std::vector<std::vector<DoubtExample>>& lists) {
  Begin();
  std::vector<double> squares(weights_.size(), 1e-2), sum(weights_.size(), 0), gradient(weights_.size());
  const size_t output = kHiddenUnits * inputs_;
  constexpr int kEpochs = 16, kAveraged = 12;
  std::vector<double> p, hidden;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    double expected = 0;
    for (const std::vector<DoubtExample>& list : lists) {
      p.assign(list.size(), 0);
      hidden.assign(list.size() * kHiddenUnits, 0);
      double top = -1e30, total = 0, mean = 0;
      for (size_t c = 0; c < list.size(); ++c) {
        p[c] = Forward(list[c], weights_, &hidden[c * kHiddenUnits]);
        top = std::max(top, p[c]);
      }
      for (double& x : p) total += x = std::exp(x - top);
      for (size_t c = 0; c < list.size(); ++c) mean += (p[c] /= total) * list[c].f1;
      expected += mean;
      std::fill(gradient.begin(), gradient.end(), 0);
      for (size_t c = 0; c < list.size(); ++c) {
        const double pull = p[c] * (list[c].f1 - mean);
        if (std::abs(pull) < 1e-7) continue;
        for (uint32_t h = 0; h < kHiddenUnits; ++h) {
          const double unit = hidden[c * kHiddenUnits + h];
          if (unit <= 0) continue;
          gradient[output + h] += pull * unit;
          const double back = pull * weights_[output + h] / kFeatureUnit;
          for (size_t f = 0; f < inputs_; ++f) gradient[h * inputs_ + f] += back * list[c].features[f];
        }
      }
      for (size_t i = 0; i < weights_.size(); ++i) {
        const double g = gradient[i] - 1e-5 * weights_[i];
        squares[i] += g * g;
        weights_[i] += 0.05 * g / std::sqrt(squares[i]);
      }
    }
    if (epoch >= kEpochs - kAveraged) {
      for (size_t i = 0; i < sum.size(); ++i) sum[i] += weights_[i] / kAveraged;
    }
    if (epoch % 4 == 3)
      std::cerr << "order epoch " << epoch << ": expected F1 " << expected / static_cast<double>(lists.size()) << "\n";
  }
  weights_ = std::move(sum);
}

void DoubtNetwork::Train(const std::vector<DoubtExample>& examples) {
  Begin();
  std::vector<double> squares(weights_.size(), 1e-3), sum(weights_.size(), 0);
  const size_t output = kHiddenUnits * inputs_;
  double hidden[kHiddenUnits];
  constexpr int kEpochs = 40, kAveraged = 30;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    double loss = 0;
    for (const DoubtExample& e : examples) {
      const double p = Logistic(Forward(e, weights_, hidden));
      loss -= e.weight * std::log(std::max(1e-9, e.right ? p : 1 - p));
      const double gradient = (p - (e.right ? 1 : 0)) * e.weight;
      const auto step = [&](size_t at, double g) {
        g += 1e-5 * weights_[at];
        squares[at] += g * g;
        weights_[at] -= 0.05 * g / std::sqrt(squares[at]);
      };
      for (uint32_t h = 0; h < kHiddenUnits; ++h) {
        if (hidden[h] <= 0) continue;
        const double back = gradient * weights_[output + h];
        step(output + h, gradient * hidden[h]);
        for (size_t f = 0; f < inputs_; ++f) {
          if (e.features[f] != 0) step(h * inputs_ + f, back * e.features[f] / kFeatureUnit);
        }
      }
      step(output + kHiddenUnits, gradient);
    }
    if (epoch >= kEpochs - kAveraged) {
      for (size_t i = 0; i < sum.size(); ++i) sum[i] += weights_[i] / kAveraged;
    }
    if (epoch % 8 == 0)
      std::cerr << "doubt epoch " << epoch << ": loss " << loss / static_cast<double>(examples.size()) << "\n";
  }
  weights_ = std::move(sum);
}

double DoubtNetwork::BestThreshold(const std::vector<DoubtExample>& examples) const {
  // What answering gains over abstaining, for each hundredth of confidence.
  constexpr int kCells = 100, kAround = 6;
  double gains[kCells + 1] = {}, sums[kCells + 1] = {};
  for (const DoubtExample& e : examples) {
    gains[static_cast<int>(Confidence(e) * kCells)] += e.answerable ? e.weight * e.f1 : -e.weight;
  }
  double sum = 0;
  for (int c = kCells; c >= 0; --c) sums[c] = sum += gains[c];
  // The top is flat: taken over a few hundredths, it does not move with what little differs between two trainings.
  double best = -1e30, threshold = 0.5;
  for (int c = kAround; c <= kCells - kAround; ++c) {
    double around = 0;
    for (int d = -kAround; d <= kAround; ++d) around += sums[c + d] * (kAround + 1 - std::abs(d));
    if (around > best) {
      best = around;
      threshold = static_cast<double>(c) / kCells;
    }
  }
  return threshold;
}

double ThresholdFor(double share, std::vector<GivenAnswer> answers) {
  std::sort(answers.begin(), answers.end(),
            [](const GivenAnswer& a, const GivenAnswer& b) { return a.confidence > b.confidence; });
  double right = 0, given = 0, threshold = 1;
  for (const GivenAnswer& answer : answers) {
    given += answer.weight;
    right += answer.right ? answer.weight : 0;
    if (right >= share * given) threshold = answer.confidence;
  }
  return threshold;
}

}  // namespace pith::train
