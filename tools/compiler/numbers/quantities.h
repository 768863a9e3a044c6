// In: a sentence's words, its parse where there is one, and the times found in it. Out: its numbers with what they
// count or measure, as Values: amounts, shares, measures, counts.
// Who may use it: compile.cc. times/ uses number_words.h and hedges.h of this folder, which know nothing of times.

#ifndef PITH_TOOLS_COMPILER_NUMBERS_QUANTITIES_H_
#define PITH_TOOLS_COMPILER_NUMBERS_QUANTITIES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The quantities of one sentence in order, without overlap: Value::kind kNumber, with the number, its hedge and its
// unit:
//   "about 1,000 people"   1000 people, about          "dozens of cars"      24 cars, at least
//   "$1.5bn"               1500000000 USD              "33 per cent"         33 %
//   "a third of"           33.3 %, about               "5 km"                5 km
//   "10 to 15 boats"       10 boats, at least          "several"             3, vague
//   "doubled"              2 times
// The unit is the noun as it stands, folded ("people"); a number that counts none takes the unit of the count that it
// follows in a list ("1,000 people were hurt, with 400 in hospital"), else has none. Spans cover hedge, number and what
// is counted. Ordinals, numbers that are parts of names, and what says one of `times`, the sentence's times, are left
// out. Token::pos, head and rel are used where they are filled. O(tokens).
std::vector<Value> FindQuantities(absl::string_view text, uint32_t sentence_number, const Sentence& sentence,
                                  absl::Span<const Value> times);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NUMBERS_QUANTITIES_H_
