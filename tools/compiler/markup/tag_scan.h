// A look over the tags of a page before it is parsed.

#ifndef PITH_TOOLS_COMPILER_MARKUP_TAG_SCAN_H_
#define PITH_TOOLS_COMPILER_MARKUP_TAG_SCAN_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// Whether the page's elements nest no deeper than kMaxPageDepth and no tag has more than kMaxTagAttributes: the HTML
// standard's parser looks through all open elements at many tags, and through a tag's attributes at each one, so beyond
// that it would take hours. kInvalidArgument names the byte. O(size).
absl::Status CheckTags(absl::string_view html);

// XHTML as HTML: "<a id='x'/>" becomes "<a id='x'></a>". O(size).
std::string ExpandEmptyTags(absl::string_view xhtml);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_TAG_SCAN_H_
