#include "tools/compiler/lexicon/noun_kinds.h"

namespace pith::compiler {

const WordSet& PlaceKinds() {
  static const WordSet* const words =
      new WordSet{"city",         "town",    "village",       "capital",      "port",   "suburb",    "district",
                  "province",     "region",  "state",         "county",       "island", "republic",  "kingdom",
                  "municipality", "borough", "neighbourhood", "neighborhood", "hamlet", "settlement"};
  return *words;
}

const WordSet& NamesakeKinds() {
  static const WordSet* const words =
      new WordSet{"city", "town", "village", "port", "suburb", "district", "province", "region", "county"};
  return *words;
}

const WordSet& PartsOfCountry() {
  static const WordSet* const words =
      new WordSet{"city", "town", "village", "capital", "port", "region", "province", "state", "district"};
  return *words;
}

const WordSet& DescribedKinds() {
  static const WordSet* const words = new WordSet{
      "city",     "town",         "village",      "capital",    "port",   "region", "province", "state", "district",
      "airport",  "company",      "party",        "university", "agency", "museum", "club",     "bank",  "team",
      "alliance", "organization", "organisation", "union",      "school", "river",  "bridge",   "lake",  "mountain"};
  return *words;
}

const WordSet& NamedKinds() {
  static const WordSet* const words =
      new WordSet{"university",   "company",      "party",       "ministry", "museum",   "agency",     "bank",
                  "club",         "school",       "association", "league",   "college",  "court",      "council",
                  "organization", "organisation", "union",       "river",    "festival", "foundation", "institute"};
  return *words;
}

}  // namespace pith::compiler
