#include "engine/rank/weights.h"

#include "engine/format/sections.h"

namespace pith {

AskGroup GroupOf(AskKind kind) {
  switch (kind) {
    case AskKind::kPerson:
    case AskKind::kPossessor:
      return kGroupPerson;
    case AskKind::kPlace:
      return kGroupPlace;
    case AskKind::kTime:
    case AskKind::kDuration:
    case AskKind::kAge:
    case AskKind::kFrequency:
      return kGroupTime;
    case AskKind::kNumber:
    case AskKind::kAmount:
    case AskKind::kMeasure:
    case AskKind::kShare:
      return kGroupNumber;
    case AskKind::kReason:
    case AskKind::kPurpose:
    case AskKind::kManner:
      return kGroupReason;
    case AskKind::kThing:
    case AskKind::kChoice:
    case AskKind::kName:
      return kGroupThing;
    case AskKind::kDefinition:
    case AskKind::kExpansion:
      return kGroupDefinition;
    case AskKind::kSort:
    case AskKind::kMaterial:
      return kGroupSort;
    default:
      return kGroupOther;
  }
}

Bytes WeightsOf(const OpenedIndex& index) { return index.language.Section(kSectionWeights); }

int64_t NetworkLogOdds(Bytes weights, uint32_t at, const int32_t* features, uint32_t inputs) {
  constexpr int32_t kMost = 1 << 27;  // of a hidden unit, so that no weights of a hostile file overflow the sum
  const uint32_t output = at + kHiddenUnits * inputs;
  int64_t log_odds = int64_t{WeightAt(weights, output + kHiddenUnits)} * 16;
  for (uint32_t h = 0; h < kHiddenUnits; ++h) {
    int64_t sum = 0;
    for (uint32_t f = 0; f < inputs; ++f) sum += int64_t{WeightAt(weights, at + h * inputs + f)} * features[f];
    log_odds += int64_t{WeightAt(weights, output + h)} * ClampTo(sum / 1024, 0, kMost);
  }
  return log_odds;
}

// The logistic function, linear between points a quarter of a unit apart.
uint32_t Probability(int64_t log_odds) {
  // 10000 / (1 + exp(-x)) for x = 0, 0.25 .. 8.
  static constexpr uint16_t kPoints[33] = {5000, 5622, 6225, 6792, 7311, 7773, 8176, 8520, 8808, 9047, 9241,
                                           9399, 9526, 9627, 9707, 9770, 9820, 9859, 9890, 9914, 9933, 9948,
                                           9959, 9968, 9975, 9981, 9985, 9988, 9991, 9993, 9994, 9996, 9997};
  constexpr int64_t kStep = kLogOddsUnit / 4;
  const bool negative = log_odds < 0;
  const int64_t x = negative ? -log_odds : log_odds;
  const int64_t cell = x / kStep;
  uint32_t p = kPoints[32];
  if (cell < 32) {
    const int64_t low = kPoints[cell], high = kPoints[cell + 1];
    p = static_cast<uint32_t>(low + (high - low) * (x % kStep) / kStep);
  }
  return negative ? 10000 - p : p;
}

uint32_t DefaultThreshold(const Language& language) {
  const bool reads = !language.Section(kSectionNetwork).empty();
  const Bytes weights = language.Section(kSectionWeights);
  return static_cast<uint32_t>(ClampTo(WeightAt(weights, reads ? kJointThresholdAt : kThresholdAt), 0, 10000));
}

}  // namespace pith
