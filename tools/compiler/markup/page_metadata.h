// In: a page. Out: what it says about itself in its head, in JSON-LD and beside its heading.

#ifndef PITH_TOOLS_COMPILER_MARKUP_PAGE_METADATA_H_
#define PITH_TOOLS_COMPILER_MARKUP_PAGE_METADATA_H_

#include <string>

#include "tools/compiler/markup/document.h"

namespace pith::compiler {

// Each is empty if the page does not say it.
struct PageMetadata {
  std::string title;     // without the site's name
  std::string date;      // of publication, YYYY-MM-DD
  std::string author;    // several with ", " between them
  std::string language;  // BCP 47
  std::string url;       // the page's own address
};

// Where several places tell the same, JSON-LD goes before OpenGraph, that before other metadata, and those before what
// stands on the page; but the language is that of the page's "lang" first, the address that of its canonical link. A
// headline that the page shows goes before all: it is what readers take for the title. O(size).
PageMetadata ReadMetadata(const Document& page);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_PAGE_METADATA_H_
