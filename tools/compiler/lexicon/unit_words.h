// What numbers measure: currencies and units.

#ifndef PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// Signs and codes before a number, to the currency's code in ISO 4217: "$" and "us$" to "USD".
const WordTable<absl::string_view>& CurrencySigns();
// Names and codes behind a number, likewise: "euros" and "eur" to "EUR".
const WordTable<absl::string_view>& CurrencyNames();
// Words before "dollars" that say whose: "australian" to "AUD".
const WordTable<absl::string_view>& DollarCountries();

// Units of measure, each form to the unit as indexes write it: "kilometers" to "km".
const WordTable<absl::string_view>& Measures();

// "long", "high": behind a unit they say what was measured.
const WordSet& Dimensions();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_
