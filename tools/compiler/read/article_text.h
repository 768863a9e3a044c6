// The text of an article, checked and stored the same way for every input format.

#ifndef PITH_TOOLS_COMPILER_READ_ARTICLE_TEXT_H_
#define PITH_TOOLS_COMPILER_READ_ARTICLE_TEXT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Checks `text` and puts it into `article`. Removes a leading "date YYYY-MM-DD" from it. The article's date is the one
// it already has, or else the one removed, or else `default_date`. InvalidArgument for text that is not clean UTF-8, is
// empty, or exceeds kMaxArticleBytes.
absl::Status FillText(absl::string_view text, const std::string& default_date, Article* article);

// InvalidArgument if the article's text is empty or exceeds kMaxArticleBytes, or its id is not UTF-8.
absl::Status CheckArticle(const Article& article);

// Leaves out tags and aliases that are empty or there before. InvalidArgument if one of the article's aliases, tags,
// author, licence, image and meta is longer, or a list of them has more, than an index holds.
absl::Status CheckProperties(Article* article);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ARTICLE_TEXT_H_
