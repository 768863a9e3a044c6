// JSONL: one article a line, a JSON object with "id", "text" and perhaps "title", "date", "url" and "lang".

#ifndef PITH_TOOLS_COMPILER_READ_JSONL_H_
#define PITH_TOOLS_COMPILER_READ_JSONL_H_

#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// Each line that is not blank as an article. Messages name the line.
void ReadJsonl(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_JSONL_H_
