// Where an index is written.

#ifndef PITH_TOOLS_PITH_OUTPUT_H_
#define PITH_TOOLS_PITH_OUTPUT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// The bytes with which every index begins.
absl::string_view IndexBeginning();

// Whether `bytes` begin as an index does.
bool BeginsAsIndex(absl::string_view bytes);

// Whether the file at `path` does.
bool IsIndex(const std::string& path);

// Wrong usage where an index at `path` would take the place of one of the files `inputs` (by whatever name) or of a
// file that is neither an index nor empty, or would go to a terminal ("-"). Asked before any work is done, so that a
// mistyped command costs nothing.
absl::Status CheckOutput(const std::string& path, const std::vector<std::string>& inputs);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_OUTPUT_H_
