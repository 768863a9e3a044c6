// Writing HTML: texts of others as they are, whatever they hold.

#ifndef PITH_TOOLS_PITH_HTML_H_
#define PITH_TOOLS_PITH_HTML_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace pith::command {

// Text as the content of an element or the value of an attribute, within double quotes. Control characters but for line
// ends, bidirectional ones and what is not UTF-8 show as U+FFFD.
std::string Html(absl::string_view text);

// `<name class="..." data-...>`: the attributes are escaped, the names are not.
using Attributes = std::vector<std::pair<absl::string_view, std::string>>;
std::string Tag(absl::string_view name, const Attributes& attributes);

// An element whose content is HTML already.
std::string Element(absl::string_view name, const Attributes& attributes, absl::string_view content);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_HTML_H_
