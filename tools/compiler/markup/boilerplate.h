// Parts of a page that say by their tag, role or class that they are not its article.

#ifndef PITH_TOOLS_COMPILER_MARKUP_BOILERPLATE_H_
#define PITH_TOOLS_COMPILER_MARKUP_BOILERPLATE_H_

#include <cstdint>
#include <vector>

#include "tools/compiler/markup/document.h"

namespace pith::compiler {

// A flag for each node: true where an element is navigation, comments, a cookie banner, advertising, a list of related
// pages or hidden. What holds the page's main heading or most of its text is kept whatever it is called. O(size).
std::vector<bool> FindBoilerplate(const Document& page);

// Whether the element is called what the body of an article is called: <article>, "entry-content", "articleBody".
bool IsNamedAsBody(const Document& page, uint32_t node);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_BOILERPLATE_H_
