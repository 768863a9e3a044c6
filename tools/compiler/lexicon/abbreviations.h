// Abbreviations, by what a period behind them says of the sentence; and the words that begin sentences.

#ifndef PITH_TOOLS_COMPILER_LEXICON_ABBREVIATIONS_H_
#define PITH_TOOLS_COMPILER_LEXICON_ABBREVIATIONS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// "mr", "vs": stand before what they belong to, so that a sentence never ends behind them.
const WordSet& LeadingAbbreviations();

// "no", "vol", "jan": the sentence goes on where a number follows.
const WordSet& AbbreviationsBeforeNumbers();

// "inc", "km": stand within a sentence or at its end; only a word that begins sentences, and no name, tells.
const WordSet& OtherAbbreviations();

// Those of OtherAbbreviations that are also words of their own: "mass", "sat", "ill".
const WordSet& AbbreviationsLikeWords();

// "the", "however": words that begin sentences and hardly ever names.
const WordSet& SentenceStarters();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_ABBREVIATIONS_H_
