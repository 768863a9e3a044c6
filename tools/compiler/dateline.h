// Where and when a report was written: "LIMA, 4 October - ".

#ifndef PITH_TOOLS_COMPILER_DATELINE_H_
#define PITH_TOOLS_COMPILER_DATELINE_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The number of tokens that a dateline takes at the beginning of a sentence of `text`, its dash included; 0 if there is
// none. A dateline is a name in capitals, then, after a comma, a day of the week or a month, then a dash.
size_t DatelineEnd(absl::string_view text, const std::vector<Token>& tokens);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_DATELINE_H_
