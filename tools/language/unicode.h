// The parts of a language block that hold for every language of the Latin, Greek and Cyrillic scripts: folding and
// classes of characters, from utf8proc's copy of the Unicode character database.

#ifndef PITH_TOOLS_LANGUAGE_UNICODE_H_
#define PITH_TOOLS_LANGUAGE_UNICODE_H_

#include <string>

namespace pith::model {

// Sections FOLD and CHAR as engine/language/language.h lays them out.
std::string FoldSection();
std::string CharSection();

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_UNICODE_H_
