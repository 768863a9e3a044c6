// HTML: one article per page, its main text.

#ifndef PITH_TOOLS_COMPILER_READ_HTML_H_
#define PITH_TOOLS_COMPILER_READ_HTML_H_

#include "absl/status/statusor.h"
#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// The article of a page: its main text. NotFound if the page has
// no text, InvalidArgument for what else is wrong with it. The date may be empty.
absl::StatusOr<Article> ReadPage(absl::string_view html, std::string id, const std::string& default_date);

// Reads the page's main text as one article, with the input's id and the title, date, language and address that the
// page gives itself. The text is what a reader sees: entities are decoded, white space is collapsed, a blank line
// stands between two blocks. Nothing that the page refers to is fetched.
void ReadHtml(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_HTML_H_
