// Words that say how certain a statement is: planned, possible, or only claimed. Tables only: tree/clause_modality.cc
// knows where in a clause each of them counts.

#ifndef PITH_TOOLS_COMPILER_LEXICON_MODAL_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_MODAL_WORDS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "plan", "vow", "try": what follows is intended and has not happened. Takes a dictionary form.
bool IsPlanningVerb(absl::string_view lemma);
// "want", "plan", "hope": what completes the verb is wished for and nothing more. Takes a dictionary form.
bool IsWishingVerb(absl::string_view lemma);
// "plan", "wish", "proposal": the act that the noun names is intended. Takes a dictionary form.
bool IsPlanningNoun(absl::string_view lemma);
// "fail", "refuse", "failure": the act that completes the word did not happen. Takes a dictionary form.
bool IsFailingWord(absl::string_view lemma);
// "stop", "cease": when this is said to happen, what completes the verb has ended. Takes a dictionary form.
bool IsCeasingVerb(absl::string_view lemma);
// "deny", "doubt": what completes the verb is denied. Takes a dictionary form.
bool IsDenyingVerb(absl::string_view lemma);
// "myth", "false", "wrong": what is said to be so is not. Takes a dictionary form.
bool IsFalsehood(absl::string_view lemma);
// "not", "never", "nobody".
bool IsNegativeWord(absl::string_view folded);
// "until", "except", "within", "than": what follows limits a denial and is so itself.
bool IsLimitOfDenial(absl::string_view folded);
// "will", "would", "'ll".
bool IsFutureAuxiliary(absl::string_view word);
// "must", "should".
bool IsObligingAuxiliary(absl::string_view lemma);
// "have", "need", "require": what completes the verb has to be done. Takes a dictionary form.
bool IsObligingVerb(absl::string_view lemma);
// "may", "could".
bool IsPossibilityAuxiliary(absl::string_view lemma);
// "reportedly", "allegedly": the statement is someone else's.
bool IsHearsayAdverb(absl::string_view folded);
// "perhaps", "probably".
bool IsDoubtAdverb(absl::string_view folded);
// "if", "unless", "whether".
bool IsConditionMarker(absl::string_view folded);
// "possible", "likely", "possibility": the clause that depends on the word may or may not be true.
bool IsPossibilityWord(absl::string_view lemma);
// "accuse", "charge": the act that somebody is accused "of" or charged "with" is a claim.
bool IsAccusingVerb(absl::string_view lemma);
// Adverbs that join sentences, say how certain they are or negate them, and so are not part of the verb's meaning.
bool IsSentenceAdverb(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_MODAL_WORDS_H_
