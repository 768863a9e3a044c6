#include "tools/compiler/entities/antecedent_network.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "tools/compiler/entities/antecedent_features.h"

namespace pith::compiler {
namespace {

#include "tools/compiler/entities/antecedent_weights.inc"

static_assert(kRows == kAntecedentRows, "fit the weights anew: tools/train/coreference/coreference.sh");

using Hidden = std::array<int32_t, kHidden>;

void Add(const std::vector<uint16_t>& rows, Hidden* sums) {
  for (const uint16_t row : rows) {
    for (size_t h = 0; h < kHidden; ++h) (*sums)[h] += kTable[row][h];
  }
}

int32_t Score(const Hidden& sums) {
  int32_t score = 0;
  for (size_t h = 0; h < kHidden; ++h) score += std::max(sums[h], 0) * kOut[h];
  return score;
}

}  // namespace

int ChooseAntecedent(const Pronoun& pronoun, const std::vector<Antecedent>& candidates) {
  Hidden own;
  std::copy(kBias.begin(), kBias.end(), own.begin());
  Add(pronoun.rows, &own);
  Hidden nothing = own;
  Add({RowOf(RowGroup::kNothing, 0)}, &nothing);
  int chosen = -1;
  int32_t best = Score(nothing), next = INT32_MIN / 2;
  for (size_t c = 0; c < candidates.size(); ++c) {
    Hidden sums = own;
    Add(candidates[c].rows, &sums);
    const int32_t score = Score(sums);
    next = std::max(next, std::min(score, best));
    if (score <= best) continue;
    best = score;
    chosen = static_cast<int>(c);
  }
  return chosen >= 0 && best - next >= kLeads[static_cast<size_t>(pronoun.kind)] ? chosen : -1;
}

}  // namespace pith::compiler
