#include "tools/compiler/models/labels.h"

#include <string>

#include "absl/container/flat_hash_map.h"

namespace pith::compiler {
namespace {

constexpr const char* kPosNames[kPosCount] = {"X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                              "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};

// In the order of Rel.
constexpr const char* kRelNames[kRelCount] = {
    "dep",          "root",       "nsubj",     "nsubj:pass", "obj",        "iobj",          "obl",
    "obl:agent",    "nmod",       "nmod:poss", "amod",       "nummod",     "appos",         "compound",
    "compound:prt", "flat",       "fixed",     "det",        "det:predet", "case",          "mark",
    "cop",          "aux",        "aux:pass",  "advmod",     "advcl",      "advcl:relcl",   "acl",
    "acl:relcl",    "ccomp",      "xcomp",     "csubj",      "csubj:pass", "conj",          "cc",
    "cc:preconj",   "parataxis",  "discourse", "vocative",   "expl",       "list",          "dislocated",
    "goeswith",     "reparandum", "orphan",    "clf",        "punct",      "nmod:unmarked", "obl:unmarked",
    "nmod:desc"};

constexpr const char* kNameTypeNames[kNameTypeCount] = {"", "person", "organization", "place", "other"};

constexpr const char* kHedgeNames[] = {"", "about", "at least", "more than", "at most", "less than", "up to", "vague"};

constexpr const char* kModalityNames[] = {"", "planned", "possible", "claimed", "denied", "failed", "obligatory"};

constexpr const char* kNounClassNames[kNounClassCount] = {
    "-",         "person",    "people",  "organization",  "country",  "city",     "place",     "building",
    "landform",  "time_unit", "time",    "quantity",      "unit",     "money",    "event",     "act",
    "substance", "artifact",  "vehicle", "work",          "food",     "animal",   "plant",     "body",
    "disease",   "cause",     "manner",  "communication", "language", "name",     "cognition", "feeling",
    "color",     "attribute", "state",   "phenomenon",    "group",    "relation", "thing"};

template <typename Label, int n>
absl::string_view NameIn(const char* const (&names)[n], Label label) {
  const int number = static_cast<int>(label);
  return names[number < n ? number : 0];
}

}  // namespace

absl::string_view PosName(Pos pos) { return NameIn(kPosNames, pos); }
absl::string_view RelName(Rel rel) { return NameIn(kRelNames, rel); }
absl::string_view NameTypeName(NameType type) { return NameIn(kNameTypeNames, type); }
absl::string_view HedgeName(Hedge hedge) { return NameIn(kHedgeNames, hedge); }
absl::string_view ModalityName(Modality modality) { return NameIn(kModalityNames, modality); }
absl::string_view NounClassName(NounClass noun_class) { return NameIn(kNounClassNames, noun_class); }

Rel RelOf(absl::string_view name) {
  static const auto* const kRels = [] {
    auto* rels = new absl::flat_hash_map<std::string, Rel>;
    for (int i = 0; i < kRelCount; ++i) (*rels)[kRelNames[i]] = static_cast<Rel>(i);
    return rels;
  }();
  auto it = kRels->find(name);
  if (it == kRels->end()) it = kRels->find(name.substr(0, name.find(':')));
  return it == kRels->end() ? Rel::kDep : it->second;
}

Pos PosOf(absl::string_view name) {
  for (int i = 0; i < kPosCount; ++i) {
    if (name == kPosNames[i]) return static_cast<Pos>(i);
  }
  return Pos::kX;
}

}  // namespace pith::compiler
