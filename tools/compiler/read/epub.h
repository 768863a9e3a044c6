// EPUB 2 and 3: one article per chapter.

#ifndef PITH_TOOLS_COMPILER_READ_EPUB_H_
#define PITH_TOOLS_COMPILER_READ_EPUB_H_

#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// Reads the files of the book's spine, in reading order, as articles with their whole text. An article's id is its path
// in the book, behind that of the book where the book is a file of a folder that was given; its title is that of the
// table of contents, or its first heading, or the book's. Files without text, such as a cover, are left out. The book
// gives the date, the author and, where a chapter has none, the language.
void ReadEpub(const Input& input, ArticleCollector* articles);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_EPUB_H_
