// Where and when a report was written: "LIMA, 4 October - ".

#ifndef PITH_TOOLS_COMPILER_TEXT_DATELINE_H_
#define PITH_TOOLS_COMPILER_TEXT_DATELINE_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The number of tokens that a dateline takes at the beginning of a sentence of `text`, its dash included; 0 if there is
// none, as in a heading. A dateline is a name in capitals, then, after a comma, nothing but a day of the week or a
// date, then a dash, which does not go on to another day. O(tokens).
uint32_t DatelineEnd(absl::string_view text, const Sentence& sentence);

// Whether the sentence's dateline names its year. False without one.
bool DatelineNamesYear(const Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_DATELINE_H_
