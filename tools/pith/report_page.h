// In: an article's analysis and its index. Out: one self-contained page for its editor. Everything of the article is
// escaped, and the page's policy (CSP) lets no script run but its own and loads nothing.

#ifndef PITH_TOOLS_PITH_REPORT_PAGE_H_
#define PITH_TOOLS_PITH_REPORT_PAGE_H_

#include <string>

#include "tools/compiler/analysis.h"
#include "tools/pith/open_index.h"

namespace pith::command {

// The file of corrections that goes with the article, by its name, with what stands in it so far.
struct CorrectionFile {
  std::string name, contents;
};

// `index` holds the article `analysis` alone. O(text + facts + mentions).
std::string ReportPage(const compiler::Analysis& analysis, const OpenIndex& index, const CorrectionFile& corrections);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_REPORT_PAGE_H_
