// Words that say how sure a statement is: planned, possible, or only claimed.
// Tables alone: tree/clause_modality.cc knows where in a clause each of them counts.

#ifndef PITH_TOOLS_COMPILER_LEXICON_MODAL_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_MODAL_WORDS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "plan", "vow", "try": what follows is intended and has not happened. By dictionary form.
bool IsPlanningVerb(absl::string_view lemma);
// "will", "would", "'ll".
bool IsFutureAuxiliary(absl::string_view word);
// "may", "could", "must".
bool IsPossibilityAuxiliary(absl::string_view lemma);
// "reportedly", "allegedly": someone else says so.
bool IsHearsayAdverb(absl::string_view folded);
// "perhaps", "probably".
bool IsDoubtAdverb(absl::string_view folded);
// "if", "unless", "whether".
bool IsConditionMarker(absl::string_view folded);
// "possible", "likely", "possibility": the clause that hangs on the word may be so or not.
bool IsPossibilityWord(absl::string_view lemma);
// "accuse", "charge": the deed "of" or "with" which somebody is accused is a claim.
bool IsAccusingVerb(absl::string_view lemma);
// Adverbs that join sentences, say how sure they are or deny them, and so do not belong to the verb's meaning.
bool IsSentenceAdverb(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_MODAL_WORDS_H_
