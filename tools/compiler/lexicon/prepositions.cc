#include "tools/compiler/lexicon/prepositions.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsSpatialPreposition(absl::string_view folded) {
  return IsOneOf(folded, {"in",      "at",    "on",         "near",        "across",  "around", "outside",
                          "inside",  "over",  "throughout", "along",       "off",     "under",  "behind",
                          "beneath", "above", "outside of", "in front of", "next to", "beside", "beyond"});
}

bool TellsWhereItStands(absl::string_view folded) {
  return IsOneOf(folded, {"in", "at", "on", "near", "behind", "beside", "under", "outside", "inside", "next to",
                          "in front of", "opposite", "above", "below", "between"});
}

}  // namespace pith::compiler
