// The title of a page's article.

#ifndef PITH_TOOLS_COMPILER_MARKUP_PAGE_TITLE_H_
#define PITH_TOOLS_COMPILER_MARKUP_PAGE_TITLE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace pith::compiler {

struct TitleHeading {
  std::string text;
  bool main = false;  // an <h1>, or marked as the headline
};

// What a page gives for a title, each on one clean line.
struct TitleSources {
  std::string document;                // of <title>: "Storm hits coast | The Daily"
  std::string stated;                  // of metadata; may also have the site's name
  std::string site;                    // the site's name, where metadata tell it
  std::vector<TitleHeading> headings;  // of the first two levels; one may be the site's name
};

// The heading that says what the document's or the stated title says, or else one of those without the site's name.
std::string ChooseTitle(const TitleSources& sources);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_PAGE_TITLE_H_
