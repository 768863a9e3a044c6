// EPUBs for tests.

#ifndef PITH_TESTS_COMPILER_READ_EPUB_MAKER_H_
#define PITH_TESTS_COMPILER_READ_EPUB_MAKER_H_

#include <map>
#include <string>

namespace pith::compiler {

// A ZIP archive of these files, by path, in order of path.
std::string MakeZip(const std::map<std::string, std::string>& files);

// The files of a valid EPUB 3 with two chapters, one of them nested in the other, and a cover without text.
std::map<std::string, std::string> BookFiles();

}  // namespace pith::compiler

#endif  // PITH_TESTS_COMPILER_READ_EPUB_MAKER_H_
