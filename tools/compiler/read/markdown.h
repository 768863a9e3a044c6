// Markdown: one article per file.

#ifndef PITH_TOOLS_COMPILER_READ_MARKDOWN_H_
#define PITH_TOOLS_COMPILER_READ_MARKDOWN_H_

#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// Reads GitHub's Markdown as one article, with the input's id. Front matter between lines of "---" (or "+++") gives the
// title, date, author, language and address, from its lines `title`, `date`, `author`, `lang` (or `language`) and
// `url`; without a title there, the first heading is the title if it is of level 1. Such a heading is no part of the
// text. Code blocks are stored, but give no facts.
void ReadMarkdown(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_MARKDOWN_H_
