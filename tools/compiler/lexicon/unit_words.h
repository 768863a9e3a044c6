// What numbers measure: currencies and units.

#ifndef PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// A unit or currency with all its words; unused array elements at the end are empty.
struct UnitWords {
  absl::string_view unit;        // as written in indexes: "km", "USD"
  absl::string_view names[2];    // singular nouns in American spelling, from which the other forms are made
  absl::string_view symbols[4];  // forms that do not change with the number: symbols, codes, irregular forms
};

// Units of measure, one per row.
absl::Span<const UnitWords> Measures();
// Currencies as written after a number, one per row; the unit is the ISO 4217 code.
absl::Span<const UnitWords> Currencies();

// From signs and codes before a number to the currency's code: "$" and "us$" to "USD".
const WordTable<absl::string_view>& CurrencySigns();
// From words before "dollars" to the code of that dollar: "australian" to "AUD".
const WordTable<absl::string_view>& DollarCountries();

// "long", "high": after a unit, say what was measured.
const WordSet& Dimensions();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_UNIT_WORDS_H_
