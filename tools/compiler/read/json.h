// JSON: an array of articles, each an object as of JSONL, or one such object.

#ifndef PITH_TOOLS_COMPILER_READ_JSON_H_
#define PITH_TOOLS_COMPILER_READ_JSON_H_

#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// Each object as an article. Messages name the line on which it begins. O(size), and no more memory than the longest
// article takes.
void ReadJson(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_JSON_H_
