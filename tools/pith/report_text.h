// The article of a report: its text with names, dates and numbers marked in place, and sentences shaded by their place
// in a summary.

#ifndef PITH_TOOLS_PITH_REPORT_TEXT_H_
#define PITH_TOOLS_PITH_REPORT_TEXT_H_

#include <string>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::command {

// Paragraphs and headings. `facts`: how many facts each sentence has.
std::string MarkedText(const compiler::Analysis& analysis, const std::vector<uint32_t>& facts);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_REPORT_TEXT_H_
