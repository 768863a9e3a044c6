// What a page says of its article in JSON-LD (schema.org).

#ifndef PITH_TOOLS_COMPILER_MARKUP_JSON_LD_H_
#define PITH_TOOLS_COMPILER_MARKUP_JSON_LD_H_

#include <string>

#include "tools/compiler/markup/document.h"

namespace pith::compiler {

struct JsonLd {
  std::string headline, published, modified, author, language;
};

// Of several objects, those of an article's type count before others. What is no JSON is passed over.
JsonLd ReadJsonLd(const Document& page);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_JSON_LD_H_
