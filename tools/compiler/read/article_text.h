// An article's text as it comes from any format of input.

#ifndef PITH_TOOLS_COMPILER_READ_ARTICLE_TEXT_H_
#define PITH_TOOLS_COMPILER_READ_ARTICLE_TEXT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Checks `text` and puts it into `article`. A leading "date YYYY-MM-DD" is taken off it; it becomes the article's date
// unless the article has one already, and `default_date` does where there is neither. InvalidArgument for text that is
// not clean UTF-8, empty, or over kMaxArticleBytes.
absl::Status FillText(absl::string_view text, const std::string& default_date, Article* article);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ARTICLE_TEXT_H_
