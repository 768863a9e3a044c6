// The parts of a language block that are the same for every language in Latin, Greek or Cyrillic script: folding and
// character classes, from utf8proc's copy of the Unicode character database.

#ifndef PITH_TOOLS_LANGUAGE_UNICODE_H_
#define PITH_TOOLS_LANGUAGE_UNICODE_H_

#include <string>

namespace pith::model {

// The sections FOLD and CHAR, laid out as in engine/language/language.h.
std::string FoldSection();
std::string CharSection();

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_UNICODE_H_
