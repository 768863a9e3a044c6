// The pieces that a report's page consists of. What is called `html` is HTML already; everything else is escaped.

#ifndef PITH_TOOLS_PITH_REPORT_PARTS_H_
#define PITH_TOOLS_PITH_REPORT_PARTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/pith/changes.h"
#include "tools/pith/html.h"

namespace pith::command {

// A row of cells, which the page's filter may hide.
std::string Row(const std::vector<std::string>& html_cells);
// A table, or the sentence `none` where there are no rows.
std::string TableOf(const std::vector<absl::string_view>& heads, const std::string& html_rows, absl::string_view none);
std::string Section(absl::string_view id, absl::string_view title, absl::string_view html);
// A link to sentence `number`; 0 is an editor's own.
std::string SentenceLink(uint32_t number);
std::string Button(Attributes attributes, absl::string_view label);

// A form for a question, with what answers it: `engine`, the engine as a WebAssembly module, and `index`. Where there
// is no engine, a sentence that says so.
std::string AskSection(absl::string_view engine, absl::string_view index);

// What changed since the index `since`; "" where nothing was compared.
std::string ChangesSection(const std::vector<Change>& changes, const std::string& since);
// "new" or "changed", in front of an item of that kind that is; otherwise "".
std::string ChangeMark(const std::vector<Change>& changes, absl::string_view kind, const std::string& key);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_REPORT_PARTS_H_
