// The labels that the models give, and the names of those in engine/format/kinds.h, spelled as in Universal
// Dependencies.

#ifndef PITH_TOOLS_COMPILER_MODELS_LABELS_H_
#define PITH_TOOLS_COMPILER_MODELS_LABELS_H_

#include "absl/strings/string_view.h"
#include "engine/format/kinds.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// "NOUN", "nsubj:pass", "person" ("" for no name): the names that the engine's callers see. An out-of-range label gets
// the name of label 0.
absl::string_view PosName(Pos pos);
absl::string_view RelName(Rel rel);
absl::string_view NameTypeName(NameType type);
absl::string_view HedgeName(Hedge hedge);           // "at least"; "" for exact
absl::string_view ModalityName(Modality modality);  // "planned"; "" for none

// The class as spelled in the last column of tools/models/*/words.tsv: "time_unit", "-" for kNone. An out-of-range
// class gets the name of class 0.
absl::string_view NounClassName(NounClass noun_class);

// The labels by which names are marked: 0 is outside, 2 * type - 1 the first word of a name, 2 * type its other words.
inline constexpr int kNameLabels = 2 * kNameTypeCount - 1;

// From names back to labels. An unlisted relation subtype counts as its base relation; an unknown name is kDep or kX.
Rel RelOf(absl::string_view name);
Pos PosOf(absl::string_view name);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_LABELS_H_
