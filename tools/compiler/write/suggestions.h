// Writing suggested questions into the part of their article.

#ifndef PITH_TOOLS_COMPILER_WRITE_SUGGESTIONS_H_
#define PITH_TOOLS_COMPILER_WRITE_SUGGESTIONS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// `part`, from WritePart, with these suggestions in its last tables. O(size of the part). Internal where a suggestion
// is too long or names no sentence.
absl::StatusOr<std::string> AddSuggestions(absl::string_view part, const std::vector<Suggestion>& suggestions);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_SUGGESTIONS_H_
