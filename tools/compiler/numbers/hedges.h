// Finds the words around a number that make it less than exact: "about", "more than", "up to", "or so".

#ifndef PITH_TOOLS_COMPILER_NUMBERS_HEDGES_H_
#define PITH_TOOLS_COMPILER_NUMBERS_HEDGES_H_

#include <cstdint>
#include <vector>

#include "engine/format/kinds.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Tokens [first, last) and the hedge that they say.
struct HedgeWords {
  uint32_t first = 0, last = 0;
  Hedge hedge = Hedge::kExact;
};

// The longest hedge that ends right before token `number`; first == last == `number` where there is none.
HedgeWords HedgeBefore(const std::vector<Token>& tokens, uint32_t number);

// The hedge that begins at token `behind` a number ("or more"); first == last == `behind` where there is none.
HedgeWords HedgeBehind(const std::vector<Token>& tokens, uint32_t behind);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NUMBERS_HEDGES_H_
