// What numbers measure: currencies and units.

#ifndef PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// A unit or currency with all its words; what is behind the last is empty.
struct UnitWords {
  absl::string_view unit;        // as indexes write it: "km", "USD"
  absl::string_view names[2];    // nouns in the singular and in American spelling, from which the other forms are made
  absl::string_view symbols[4];  // what stays as it is whatever the number: symbols, codes, irregular forms
};

// Units of measure, a row each.
absl::Span<const UnitWords> Measures();
// Currencies as they are written behind a number, a row each; their code is the one of ISO 4217.
absl::Span<const UnitWords> Currencies();

// Signs and codes before a number, to the currency's code: "$" and "us$" to "USD".
const WordTable<absl::string_view>& CurrencySigns();
// Words before "dollars" that say whose: "australian" to "AUD".
const WordTable<absl::string_view>& DollarCountries();

// "long", "high": behind a unit they say what was measured.
const WordSet& Dimensions();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_
