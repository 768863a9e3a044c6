// The names of the labels in engine/format/kinds.h, as Universal Dependencies spells them.

#ifndef PITH_TOOLS_COMPILER_MODELS_LABELS_H_
#define PITH_TOOLS_COMPILER_MODELS_LABELS_H_

#include "absl/strings/string_view.h"
#include "engine/format/kinds.h"

namespace pith::compiler {

// "NOUN", "nsubj:pass", "person" ("" for no name): as the engine's callers see them too. Out of range: as for 0.
absl::string_view PosName(Pos pos);
absl::string_view RelName(Rel rel);
absl::string_view NameTypeName(NameType type);
absl::string_view HedgeName(Hedge hedge);  // "at least", "" for exact

// As the last column of tools/models/*/words.tsv spells it: "time_unit", "-" for kNone. Out of range: as for 0.
absl::string_view NounClassName(NounClass noun_class);

// The other way round. A relation's subtype that is not listed counts as its base; an unknown name as kDep, kX.
Rel RelOf(absl::string_view name);
Pos PosOf(absl::string_view name);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_LABELS_H_
