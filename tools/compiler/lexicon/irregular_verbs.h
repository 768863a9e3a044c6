// Verbs whose past or participle does not follow from the rules of spelling. Tables only: suggest/verb_wording.cc
// applies them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_IRREGULAR_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_IRREGULAR_VERBS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace pith::compiler {

struct IrregularVerb {
  absl::string_view lemma, past, participle;
};

// Ordered by dictionary form.
absl::Span<const IrregularVerb> IrregularVerbs();

// The past: "held", "carried", "stopped". Empty if the spelling is not sure: "travel" may double its last letter.
std::string PastOf(absl::string_view lemma);

// "put", "cost": the past and the participle are the same as the present.
bool IsUnchangingVerb(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_IRREGULAR_VERBS_H_
