// Words for finding noun phrases where no parse marks the noun.

#ifndef PITH_TOOLS_COMPILER_LEXICON_PHRASE_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_PHRASE_WORDS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// Words that end a noun phrase before them: function words and frequent verbs.
const WordSet& PhraseEnds();

// Plurals that do not end in "s" or "men", and nouns with a plural meaning: "children", "police".
const WordSet& IrregularPlurals();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PHRASE_WORDS_H_
