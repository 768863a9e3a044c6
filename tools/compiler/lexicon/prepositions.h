// Prepositions of place. Tables only: tree/clause.cc knows which phrases are places.

#ifndef PITH_TOOLS_COMPILER_LEXICON_PREPOSITIONS_H_
#define PITH_TOOLS_COMPILER_LEXICON_PREPOSITIONS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "in", "near", "in front of": followed by a place, says where something happened.
bool IsSpatialPreposition(absl::string_view folded);

// "on", "between": says of a thing where it stands or is kept.
bool TellsWhereItStands(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PREPOSITIONS_H_
