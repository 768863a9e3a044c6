// Writing the part of one article: its analysis as the tables of engine/format/records.h.

#ifndef PITH_TOOLS_COMPILER_WRITE_PART_WRITER_H_
#define PITH_TOOLS_COMPILER_WRITE_PART_WRITER_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The part of one article: a function of its analysis and the language block alone. O(size of the analysis * log).
// Errors name the article: InvalidArgument where it is beyond a limit of the format (too long a text, sentence or
// word), Internal where the analysis contradicts itself (a reference outside its table).
absl::StatusOr<std::string> WritePart(const Analysis& analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PART_WRITER_H_
