// Puts newly trained sections into a model file.

#ifndef PITH_TOOLS_TRAIN_COMMON_SECTIONS_H_
#define PITH_TOOLS_TRAIN_COMMON_SECTIONS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace pith::compiler {

// Rewrites the model file with these sections in place of those with the same names; the others stay. The new file
// appears completely or not at all. An old file that cannot be read is an error; a missing one is not.
absl::Status ReplaceSections(const std::string& path, const std::vector<std::pair<std::string, std::string>>& sections);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_COMMON_SECTIONS_H_
