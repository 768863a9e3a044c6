// What an EPUB says of itself: its chapters in reading order and its metadata.

#ifndef PITH_TOOLS_COMPILER_READ_EPUB_PACKAGE_H_
#define PITH_TOOLS_COMPILER_READ_EPUB_PACKAGE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/compiler/read/zip_archive.h"

namespace pith::compiler {

struct EpubChapter {
  std::string path;   // in the archive
  std::string title;  // as the table of contents has it, or empty
};

struct EpubPackage {
  std::string title, author, language, date;  // the date as it is written
  std::vector<EpubChapter> chapters;
};

// Reads the container, package document and table of contents, of EPUB 2 (NCX) or 3 (a navigation document, which is no
// chapter). InvalidArgument if one is missing or malformed, if a chapter is not in the archive, if two files have one
// id, or if the text is encrypted.
absl::StatusOr<EpubPackage> ReadEpubPackage(ZipArchive* archive);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_EPUB_PACKAGE_H_
