// Reads what a number counts or measures.

#ifndef PITH_TOOLS_COMPILER_NUMBERS_UNITS_H_
#define PITH_TOOLS_COMPILER_NUMBERS_UNITS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The unit that the tokens up to `last` say; `unit` is empty where there is none.
struct Unit {
  uint32_t last = 0;
  uint32_t head = 0;  // the token of the noun
  std::string unit;
  bool counts = false;  // a noun that is counted, not a currency, measure or share
};

// The currency that token `i` stands for before a number ("$", "€", "US$", "GBP") as its ISO 4217 code, or "".
absl::string_view CurrencyBefore(const std::vector<Token>& tokens, uint32_t i);

// The unit behind token `number`, from token `at` on: "%", "per cent", "dollars", "km", "square miles", or the noun
// phrase that is counted. `plural`: the number is not 1, so a plural is looked for. `text` tells names from other
// words.
Unit UnitBehind(absl::string_view text, const std::vector<Token>& tokens, uint32_t number, uint32_t at, bool plural);

// Whether a noun phrase ends before token `i`: a function word, a finite verb or punctuation stands there.
bool EndsPhrase(const std::vector<Token>& tokens, uint32_t i);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NUMBERS_UNITS_H_
