// The words around a number that make it less than exact: "about", "more than", "up to", "or so".

#ifndef PITH_TOOLS_COMPILER_LEXICON_HEDGE_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_HEDGE_WORDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/format/kinds.h"

namespace pith::compiler {

struct HedgePhrase {
  absl::string_view words[4];  // those behind the last are empty
  Hedge hedge = Hedge::kExact;

  // The number of words.
  uint32_t size() const;
};

// Hedges before a number. The first that fits is taken, so none stands behind its own end ("than" before "more than").
absl::Span<const HedgePhrase> HedgesBefore();
// Hedges behind a number, of which none stands behind its own beginning.
absl::Span<const HedgePhrase> HedgesBehind();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_HEDGE_WORDS_H_
