// Plain text: one article a file.

#ifndef PITH_TOOLS_COMPILER_READ_TEXT_H_
#define PITH_TOOLS_COMPILER_READ_TEXT_H_

#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// The whole input as one article under the input's id.
void ReadText(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_TEXT_H_
