// The words by which a noun phrase is read where no parse tells its noun.

#ifndef PITH_TOOLS_COMPILER_LEXICON_PHRASE_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_PHRASE_WORDS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// Words before which a noun phrase ends: function words and frequent verbs.
const WordSet& PhraseEnds();

// Plurals that do not end in "s" or "men", and nouns that stand for many: "children", "police".
const WordSet& IrregularPlurals();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PHRASE_WORDS_H_
