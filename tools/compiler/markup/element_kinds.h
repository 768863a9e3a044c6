// What HTML's elements are to the text that they hold.

#ifndef PITH_TOOLS_COMPILER_MARKUP_ELEMENT_KINDS_H_
#define PITH_TOOLS_COMPILER_MARKUP_ELEMENT_KINDS_H_

#include <gumbo.h>

#include <cstdint>

namespace pith::compiler {

// Whether the element begins and ends a line of its own.
bool IsBlockElement(GumboTag tag);

// Whether readers of a page see nothing of the element's contents as text.
bool IsUnseenElement(GumboTag tag);

// 1 for <h1> to 6 for <h6>; 0 for other elements.
uint8_t HeadingLevel(GumboTag tag);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_ELEMENT_KINDS_H_
