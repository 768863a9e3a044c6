// Nouns that tell what kind of thing a name is, or stand for it: "city", "company".

#ifndef PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// Places that a name behind "of" may name: "the island of Crete".
const WordSet& PlaceKinds();
// Those of them that take the name of a place before them for their own: "the town of Lee" is "the town".
const WordSet& NamesakeKinds();
// Places within a country, or a part of one.
const WordSet& PartsOfCountry();

// Places and organizations that an article calls so after it has told which: "the port", "the agency".
const WordSet& DescribedKinds();
// Those that an article calls so where their name has the word in it: "the League" after "the Premier League".
const WordSet& NamedKinds();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_
