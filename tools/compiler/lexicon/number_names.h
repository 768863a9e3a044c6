// The names of numbers.

#ifndef PITH_TOOLS_COMPILER_LEXICON_NUMBER_NAMES_H_
#define PITH_TOOLS_COMPILER_LEXICON_NUMBER_NAMES_H_

#include <cstdint>

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// 0 to 19 and the tens: "seven", "thirty".
const WordTable<int>& Cardinals();
// 1st to 20th, and 30th: "third".
const WordTable<int>& Ordinals();
// Behind digits they make an ordinal: "rd" in "3rd".
const WordSet& OrdinalEndings();

// The power of ten that a word multiplies by: "million" and "mn" to 6.
const WordTable<uint8_t>& Powers();
// Plurals that stand for more than one of their number, as the least that they can mean: "dozens" to 24.
const WordTable<int64_t>& Collectives();

// Times mantissa / 10^scale.
struct Factor {
  int64_t mantissa = 0;
  uint8_t scale = 0;
};
// "doubled", "halved", "twice".
const WordTable<Factor>& Factors();

// "page", "flight": the number behind them is a label and counts nothing.
const WordSet& NumberLabels();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NUMBER_NAMES_H_
