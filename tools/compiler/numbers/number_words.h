// Reads numbers in digits and in words: "1,000", "1.5 million", "twenty-one", "a dozen", "hundreds of thousands".

#ifndef PITH_TOOLS_COMPILER_NUMBERS_NUMBER_WORDS_H_
#define PITH_TOOLS_COMPILER_NUMBERS_NUMBER_WORDS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "engine/format/kinds.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The number that the tokens up to `last` say: mantissa / 10^scale.
struct Number {
  uint32_t last = 0;
  int64_t mantissa = 0;
  uint8_t scale = 0;
  uint8_t power = 0;            // of ten, as its last word says where that is one of scale ("5 million": 6)
  Hedge hedge = Hedge::kExact;  // "dozens": kAtLeast, "a few": kVague
  bool digits = false;          // written in digits
  bool collective = false;      // "dozens", "a couple": joined to what they count by "of"

  // Multiplies by 10^n, unless that is too much.
  void Raise(uint8_t n);
  // The value rounded down.
  int64_t Floor() const;
};

// The longest number that begins at token `first`, if any. Ordinals ("third", "3rd") are none. Numbers of 10^15 or more
// are read as far as they fit. O(tokens read).
absl::optional<Number> ReadNumber(const std::vector<Token>& tokens, uint32_t first);

// The number of an ordinal word ("third" -> 3, up to 99 for single words), 0 for others.
int OrdinalWord(absl::string_view folded);

// 0 to 19 and the tens, -1 for other words.
int CardinalWord(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NUMBERS_NUMBER_WORDS_H_
