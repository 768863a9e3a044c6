// Checks of an analysis before it is written.

#ifndef PITH_TOOLS_COMPILER_WRITE_PART_CHECKS_H_
#define PITH_TOOLS_COMPILER_WRITE_PART_CHECKS_H_

#include "absl/status/status.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// InvalidArgument where the article is beyond a limit of the format, Internal where an index in the analysis is out of
// range. Both messages name the article.
absl::Status CheckAnalysis(const Analysis& analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PART_CHECKS_H_
