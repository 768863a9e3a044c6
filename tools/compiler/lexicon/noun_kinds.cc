#include "tools/compiler/lexicon/noun_kinds.h"

#include "tools/compiler/byte_writer.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

const WordTable<NounKind>& NounKinds() {
  static const auto* const words = new WordTable<NounKind>{{"borough", NounKind::kPlace},
                                                           {"capital", NounKind::kPlace},
                                                           {"city", NounKind::kPlace},
                                                           {"county", NounKind::kPlace},
                                                           {"district", NounKind::kPlace},
                                                           {"hamlet", NounKind::kPlace},
                                                           {"island", NounKind::kPlace},
                                                           {"kingdom", NounKind::kPlace},
                                                           {"municipality", NounKind::kPlace},
                                                           {"neighborhood", NounKind::kPlace},
                                                           {"neighbourhood", NounKind::kPlace},
                                                           {"port", NounKind::kPlace},
                                                           {"province", NounKind::kPlace},
                                                           {"region", NounKind::kPlace},
                                                           {"republic", NounKind::kPlace},
                                                           {"settlement", NounKind::kPlace},
                                                           {"state", NounKind::kPlace},
                                                           {"suburb", NounKind::kPlace},
                                                           {"town", NounKind::kPlace},
                                                           {"village", NounKind::kPlace},
                                                           {"college", NounKind::kOrganization},
                                                           {"festival", NounKind::kOrganization},
                                                           {"foundation", NounKind::kOrganization},
                                                           {"institute", NounKind::kOrganization},
                                                           {"organisation", NounKind::kOrganization}};
  return *words;
}

NounClass NounClassOf(const Language& language, absl::string_view lemma) {
  return static_cast<NounClass>(language.Find(AsBytes(lemma)).noun_class);
}

NounKind NounKindOf(const Language& language, absl::string_view lemma) {
  const NounKind kind = NounKinds().Find(lemma, NounKind::kOther);
  if (kind != NounKind::kOther) return kind;
  switch (NounClassOf(language, lemma)) {
    case NounClass::kOrganization:
      return NounKind::kOrganization;
    case NounClass::kBuilding:
    case NounClass::kLandform:
      return NounKind::kSite;
    default:
      return NounKind::kOther;
  }
}

const WordSet& DescribedPlaces() {
  static const WordSet* const words =
      new WordSet{"city", "town", "village", "capital", "port", "region", "province", "state", "district"};
  return *words;
}

const WordSet& KindsBeforeOf() {
  static const WordSet* const words =
      new WordSet{"city",  "town",   "village", "port",     "suburb",       "district", "province", "region",
                  "state", "county", "island",  "republic", "municipality", "borough",  "hamlet",   "resort"};
  return *words;
}

const WordSet& PlaceNouns() {
  static const WordSet* const words = new WordSet{
      "city",    "town",     "village", "country", "region",     "capital",      "street",  "hospital", "school",
      "airport", "building", "house",   "home",    "office",     "square",       "park",    "river",    "border",
      "area",    "district", "church",  "museum",  "station",    "prison",       "court",   "island",   "port",
      "suburb",  "province", "state",   "hotel",   "restaurant", "university",   "stadium", "valley",   "mountain",
      "coast",   "beach",    "lake",    "sea",     "road",       "bridge",       "factory", "world",    "north",
      "south",   "east",     "west",    "centre",  "center",     "headquarters", "palace",  "theatre",  "theater"};
  return *words;
}

bool IsCompanyProperty(absl::string_view lemma) {
  return IsOneOf(lemma, {"share", "shareholder", "factory", "subsidiary", "headquarters", "turnover", "revenue",
                         "workforce", "executive", "ceo"});
}

}  // namespace pith::compiler
