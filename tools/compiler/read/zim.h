// ZIM, the format of offline encyclopedias: one article per page.

#ifndef PITH_TOOLS_COMPILER_READ_ZIM_H_
#define PITH_TOOLS_COMPILER_READ_ZIM_H_

#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// Reads the main text of each HTML page, in order of path, from the file at `input.path` (a .zim, or the first part of
// a split one, .zimaa). An article's id is the page's path in the file, behind that of the file where it is a file of a
// folder that was given; its title is the page's own, or else the file's for it; redirects to it are its aliases. Pages
// without text and everything that is no page are left out. A file that does not match its own checksum is an error.
void ReadZim(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ZIM_H_
