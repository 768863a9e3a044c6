// First names that are given to women or to men alone, folded. Tables only: entities/known_entities.cc learns from
// them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_FIRST_NAMES_H_
#define PITH_TOOLS_COMPILER_LEXICON_FIRST_NAMES_H_

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/lexicon.h"
#include "tools/compiler/lexicon/name_words.h"

namespace pith::compiler {

// "alice", "petra".
const WordSet& FemaleFirstNames();
// "bob", "otto".
const WordSet& MaleFirstNames();

// The gender that a first name indicates; unknown for names of both, such as "andrea" and "robin".
inline Gender GenderOfFirstName(absl::string_view folded) {
  if (FemaleFirstNames().Has(folded)) return Gender::kFemale;
  return MaleFirstNames().Has(folded) ? Gender::kMale : Gender::kUnknown;
}

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_FIRST_NAMES_H_
