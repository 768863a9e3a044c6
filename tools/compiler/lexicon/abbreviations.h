// Abbreviations, grouped by what a period after them says about the end of a sentence, and the words that begin
// sentences.

#ifndef PITH_TOOLS_COMPILER_LEXICON_ABBREVIATIONS_H_
#define PITH_TOOLS_COMPILER_LEXICON_ABBREVIATIONS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// "mr", "vs": come before what they belong to, so a sentence never ends after them.
const WordSet& LeadingAbbreviations();

// "no", "vol", "jan": before a number, the sentence continues.
const WordSet& AbbreviationsBeforeNumbers();

// "inc", "km": may stand inside a sentence or end it. Only a following word that begins sentences and is not a name
// shows the end.
const WordSet& OtherAbbreviations();

// Those of OtherAbbreviations that are also ordinary words: "mass", "sat", "ill".
const WordSet& AbbreviationsLikeWords();

// "the", "however": words that begin sentences and are hardly ever names.
const WordSet& SentenceStarters();

// "org", "com": behind a period, more often the end of an address than the first word of a sentence.
const WordSet& DomainEndings();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_ABBREVIATIONS_H_
