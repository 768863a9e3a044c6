// What was probably meant by a word that is none of those known.

#ifndef PITH_TOOLS_COMPILER_NEAREST_H_
#define PITH_TOOLS_COMPILER_NEAREST_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// The candidate that begins with `word` or is nearest to it: at most one slip (a letter missing, added, wrong or
// swapped with the next) for each three letters. Empty where none is near. O(candidates * length^2).
std::string Nearest(absl::string_view word, const std::vector<std::string>& candidates);

// "; did you mean X?" of the nearest candidate, or nothing.
std::string DidYouMean(absl::string_view word, const std::vector<std::string>& candidates);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NEAREST_H_
