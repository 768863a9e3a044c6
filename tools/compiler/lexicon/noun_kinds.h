// The kind of thing that a noun means, as far as it tells what a name is or stands for one: "city", "company".

#ifndef PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

enum class NounKind : uint8_t {
  kOther,
  kPlace,         // a country or a place within one, under a name of its own: "city", "island"
  kSite,          // a building or landform: "airport", "river"
  kOrganization,  // "company"
};

// The kinds that the language block does not tell. It has no line between provinces and other places ("end", "side"),
// nor between a town and the towns by name ("Paris"), and some organizations stand under other classes there.
const WordTable<NounKind>& NounKinds();

// The kind of the noun by its dictionary form: by NounKinds, else by the class of its main sense in the block. O(1).
NounKind NounKindOf(const Language& language, absl::string_view lemma);

// Whether a name behind the noun and "of" is the name of a place: "the island of Crete".
inline bool IsPlaceKind(absl::string_view lemma) {
  return NounKinds().Find(lemma, NounKind::kOther) == NounKind::kPlace;
}

// Places that an article calls so after it has told which, all within a country. Of the other places of NounKinds, "the
// island" or "the municipality" means another one too often.
const WordSet& DescribedPlaces();

// Nouns that say what the name behind them and "of" is: "the city of Oban" is a city. Not "capital": "the capital of
// Armenia" is not Armenia.
const WordSet& KindsBeforeOf();

// Nouns for places where something may happen: "in the hospital", "at the border". The block's classes for these
// (buildings, landforms, places) hold much that a preposition of place makes no place of: "in the end", "on the side".
const WordSet& PlaceNouns();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NOUN_KINDS_H_
