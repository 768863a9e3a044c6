// The anchors of headings that have no id of their own, as the pages made of Markdown have them.

#ifndef PITH_TOOLS_COMPILER_MARKUP_HEADING_SLUGS_H_
#define PITH_TOOLS_COMPILER_MARKUP_HEADING_SLUGS_H_

#include <cstddef>
#include <string>
#include <unordered_map>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// The headings of one text, in order.
class HeadingSlugs {
 public:
  // The anchor of the next heading, as GitHub makes it: lower case, without punctuation, hyphens for spaces; with a
  // number behind it if an earlier heading has that anchor ("opening-hours-1").
  std::string Next(absl::string_view heading);

 private:
  std::unordered_map<std::string, size_t> taken_;  // and how often each was wanted
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_HEADING_SLUGS_H_
