// How much of a gold answer a guess says: SQuAD v1.1's word F1 (Rajpurkar et al. 2016).

#ifndef PITH_TOOLS_TRAIN_COMMON_OVERLAP_H_
#define PITH_TOOLS_TRAIN_COMMON_OVERLAP_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace pith::train {

// Lower-cased words without ASCII punctuation and articles.
std::vector<std::string> AnswerWords(absl::string_view text);

// 0..1; two empty answers agree.
double WordF1(const std::vector<std::string>& guess, const std::vector<std::string>& gold);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_COMMON_OVERLAP_H_
