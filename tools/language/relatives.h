// Which families are near in meaning: the dictionary's relatives and the everyday words that people say for a word,
// joined into one table from the words of a question to the words of a text.

#ifndef PITH_TOOLS_LANGUAGE_RELATIVES_H_
#define PITH_TOOLS_LANGUAGE_RELATIVES_H_

#include <vector>

#include "tools/language/source.h"

namespace pith::model {

// For each family of a question its relatives in texts, strongest first, at most kMaxRelated. Everyday words count in
// both directions, more from the everyday word to the head than back; stop words, and words that the sources do not
// know, have no relatives.
std::vector<SourceRelated> JoinRelatives(const Source& source);

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_RELATIVES_H_
