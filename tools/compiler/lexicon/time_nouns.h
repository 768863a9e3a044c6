// Nouns for stretches of time and for events that have a date.
// Tables alone: syntax/ and facts/ know where in a tree each of them counts.

#ifndef PITH_TOOLS_COMPILER_LEXICON_TIME_NOUNS_H_
#define PITH_TOOLS_COMPILER_LEXICON_TIME_NOUNS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "year", "night", "season".
bool IsTimeNoun(absl::string_view lemma);
// "morning of", "end of", "summer of": with a date behind it, part of the date.
bool IsDatePart(absl::string_view lemma);
// "election", "death": a date between commas behind it is when that happened.
bool IsEventNoun(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_TIME_NOUNS_H_
