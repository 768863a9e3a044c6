// Words that come before names of persons or replace them, and the gender that they indicate.

#ifndef PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

// Forms of address: "mr", "sir".
const WordSet& Honorifics();
// Roles that may come before a name: "president", "judge".
const WordSet& Titles();
// Those of Titles at which an overlong tagged name is cut: in "US President Ana Ruiz", it begins with "president".
const WordSet& Offices();
// Words before a title that are part of it: "prime", "vice", "foreign".
const WordSet& TitleModifiers();

// Titles and nouns that indicate a person's gender, then the pronouns: "she" and "her", "he" and "his".
const WordSet& FemaleNouns();
const WordSet& MaleNouns();
const WordSet& FemalePronouns();
const WordSet& MalePronouns();
// Those of the pronouns above that are reflexive, and so mean the subject of their own clause: "himself".
const WordSet& ReflexivePronouns();

// Nouns for persons that are in none of the lists above: "teacher".
const WordSet& PersonNouns();

// Words in names that an acronym may skip: "of", "the".
const WordSet& SmallWords();

// Small words that begin a surname, folded: "von", "ter".
const WordSet& SurnameParticles();

// Whether the word, with or without a final period, is in Honorifics or Titles.
bool IsHonorific(absl::string_view folded);
bool IsTitle(absl::string_view folded);
inline bool IsTitleModifier(absl::string_view folded) { return TitleModifiers().Has(folded); }

// The gender that a title, noun ("mrs.", "king", "spokeswoman") or pronoun indicates.
Gender GenderOf(absl::string_view folded);
Gender GenderOfPronoun(absl::string_view folded);

// Whether a noun, given in its dictionary form, means a person: "teacher", "mayor".
bool MeansPerson(absl::string_view lemma);
// Whether one that seldom does may, beside a name: "the chair, Ana Ruiz".
bool MayMeanPerson(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_
