// The kind of thing that a noun means, if that helps to classify a name or if the noun stands for one: "city",
// "company".

#ifndef PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_

#include "absl/strings/string_view.h"
#include "engine/format/kinds.h"
#include "engine/language/language.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

enum class NounKind : uint8_t {
  kOther,
  kPlace,         // a country or a place within one, with a name of its own: "city", "island"
  kSite,          // a building or landform: "airport", "river"
  kOrganization,  // "company"
};

// Kinds that the language block does not give. It does not separate provinces from other places ("end", "side"), nor
// the noun "town" from the towns themselves ("Paris"), and it puts some organizations into other classes.
const WordTable<NounKind>& NounKinds();

// What a noun given in its dictionary form means in its main sense, as the language block has it. O(1).
NounClass NounClassOf(const Language& language, absl::string_view lemma);

// The kind of a noun given in its dictionary form: from NounKinds, or else from the class of its main sense in the
// block. O(1).
NounKind NounKindOf(const Language& language, absl::string_view lemma);

// Whether a name after the noun and "of" is the name of a place: "the island of Crete".
inline bool IsPlaceKind(absl::string_view lemma) {
  return NounKinds().Find(lemma, NounKind::kOther) == NounKind::kPlace;
}

// Nouns for places, all within a country, that an article uses alone once it has named the place. The other places of
// NounKinds are left out because "the island" or "the municipality" too often means a different one.
const WordSet& DescribedPlaces();

// Nouns that say what the name after "of" is: "the city of Oban" is a city. Not "capital": "the capital of Armenia" is
// not Armenia.
const WordSet& KindsBeforeOf();

// What only a company or another organization has: "shares", "headquarters". Takes a dictionary form.
bool IsCompanyProperty(absl::string_view lemma);

// Nouns for places where something may happen: "in the hospital", "at the border". The corresponding classes of the
// block (buildings, landforms, places) include many nouns that are not places even after a preposition of place: "in
// the end", "on the side".
const WordSet& PlaceNouns();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_
