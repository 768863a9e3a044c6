// Words that stand before names of persons or in place of them, and the gender that they tell.

#ifndef PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

// Forms of address: "mr", "sir".
const WordSet& Honorifics();
// Roles that may stand before a name: "president", "judge".
const WordSet& Titles();
// Those of them at which a name that was cut too wide begins: "president" in "US President Ana Ruiz".
const WordSet& Offices();
// Words before a title that belong to it: "prime", "vice", "foreign".
const WordSet& TitleModifiers();

// Titles and nouns that tell the gender of who is called so; the pronouns "she" and "her", "he" and "his".
const WordSet& FemaleNouns();
const WordSet& MaleNouns();
const WordSet& FemalePronouns();
const WordSet& MalePronouns();
// Those of them that mean the subject of their own clause: "himself".
const WordSet& ReflexivePronouns();

// Nouns that mean a person and are in none of the lists above: "teacher".
const WordSet& PersonNouns();

// Words in names that acronyms may leave out: "of", "the".
const WordSet& SmallWords();

// Whether the word, with or without a final period, is in the list of that name.
bool IsHonorific(absl::string_view folded);
bool IsTitle(absl::string_view folded);
inline bool IsTitleModifier(absl::string_view folded) { return TitleModifiers().Has(folded); }

// What a title or noun ("mrs.", "king", "spokeswoman") says of the person's gender.
Gender GenderOf(absl::string_view folded);
Gender GenderOfPronoun(absl::string_view folded);

// Whether a noun of that dictionary form means a person: "teacher", "mayor".
bool MeansPerson(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_
