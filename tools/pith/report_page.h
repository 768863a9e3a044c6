// In: an article's analysis and its index. Out: one self-contained page for its editor. Everything of the article is
// escaped, and the page's policy (CSP) lets no script run but its own and loads nothing.

#ifndef PITH_TOOLS_PITH_REPORT_PAGE_H_
#define PITH_TOOLS_PITH_REPORT_PAGE_H_

#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/pith/changes.h"
#include "tools/pith/open_index.h"

namespace pith::command {

// The file of corrections that goes with the article, by its name, with what stands in it so far.
struct CorrectionFile {
  std::string name, contents;
};

// What a page may have beside its article.
struct ReportExtras {
  CorrectionFile corrections;
  std::string engine;           // a WebAssembly module, by which the page answers questions; "": none
  std::string since;            // the name of an older index; "": none
  std::vector<Change> changes;  // since that one
};

// `index` holds the article `analysis` alone, with its language block. O(text + facts * changes + mentions).
std::string ReportPage(const compiler::Analysis& analysis, const OpenIndex& index, const ReportExtras& extras);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_REPORT_PAGE_H_
