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
// "rd" in "3rd": after digits, makes an ordinal.
const WordSet& OrdinalEndings();

// The power of ten by which a word multiplies: 6 for "million" and "mn".
const WordTable<uint8_t>& Powers();
// Plurals for an unstated number of dozens, hundreds and the like, as the least that they can mean: "dozens" to 24.
const WordTable<int64_t>& Collectives();

// Multiplication by mantissa / 10^scale.
struct Factor {
  int64_t mantissa = 0;
  uint8_t scale = 0;
};
// "doubled", "halved", "twice".
const WordTable<Factor>& Factors();

// "page", "flight": the number after them is a label, not a count.
const WordSet& NumberLabels();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NUMBER_NAMES_H_
