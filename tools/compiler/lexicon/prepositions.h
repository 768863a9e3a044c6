// Prepositions that tell a place.
// Tables alone: tree/clause.cc knows which phrases are places.

#ifndef PITH_TOOLS_COMPILER_LEXICON_PREPOSITIONS_H_
#define PITH_TOOLS_COMPILER_LEXICON_PREPOSITIONS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "in", "near", "in front of": with a place behind it, tells where something happened.
bool IsSpatialPreposition(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PREPOSITIONS_H_
