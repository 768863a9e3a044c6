// Verbs whose past or participle the rules of spelling do not give.
// Tables alone: suggest/verb_wording.cc knows what to do with them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_IRREGULAR_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_IRREGULAR_VERBS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace pith::compiler {

struct IrregularVerb {
  absl::string_view lemma, past, participle;
};

// In the order of their dictionary forms.
absl::Span<const IrregularVerb> IrregularVerbs();

// "put", "cost": the past looks like the present, and so does the participle.
bool IsUnchangingVerb(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_IRREGULAR_VERBS_H_
