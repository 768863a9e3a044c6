// Auxiliaries that differ in number alone: a question asks the same with either.

#ifndef PITH_TOOLS_COMPILER_LEXICON_AUXILIARY_FORMS_H_
#define PITH_TOOLS_COMPILER_LEXICON_AUXILIARY_FORMS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace pith::compiler {

// The other forms of a folded word: "are" and "'s" for "is"; none for most words.
absl::Span<const absl::string_view> OtherForms(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_AUXILIARY_FORMS_H_
