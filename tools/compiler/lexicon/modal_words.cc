#include "tools/compiler/lexicon/modal_words.h"

#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

bool IsPlanningVerb(absl::string_view lemma) {
  return IsOneOf(lemma, {"plan",    "vow",     "promise", "pledge", "intend",   "threaten", "aim",    "agree", "want",
                         "hope",    "propose", "expect",  "order",  "schedule", "prepare",  "offer",  "seek",  "try",
                         "attempt", "urge",    "ask",     "demand", "refuse",   "swear",    "commit", "need",  "call"});
}

bool IsWishingVerb(absl::string_view lemma) {
  return IsOneOf(lemma, {"plan", "want", "wish", "hope", "intend", "promise", "propose", "expect", "offer"});
}

bool IsPlanningNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"plan", "wish", "proposal", "intention", "hope", "promise", "offer", "threat", "aim", "dream",
                         "demand", "request", "call", "order", "bid"});
}

bool IsFailingWord(absl::string_view lemma) {
  return IsOneOf(lemma, {"fail", "refuse", "decline", "forget", "neglect", "avoid", "try", "attempt", "struggle",
                         "threaten", "pretend", "failure", "refusal"});
}

bool IsCeasingVerb(absl::string_view lemma) { return IsOneOf(lemma, {"stop", "cease", "quit"}); }

bool IsDenyingVerb(absl::string_view lemma) {
  return IsOneOf(lemma, {"deny", "dispute", "disprove", "doubt", "refute"});
}

bool IsFalsehood(absl::string_view lemma) {
  return IsOneOf(lemma, {"myth", "false", "untrue", "wrong", "hoax", "legend"});
}

bool IsNegativeWord(absl::string_view folded) {
  return IsOneOf(folded,
                 {"not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor", "hardly", "scarcely"});
}

bool IsLimitOfDenial(absl::string_view folded) {
  return IsOneOf(folded, {"until", "till", "before", "except", "than", "within", "but", "unless", "only", "beyond"});
}

bool IsFutureAuxiliary(absl::string_view word) { return IsOneOf(word, {"will", "would", "shall", "'ll", "wo", "'d"}); }

bool IsPossibilityAuxiliary(absl::string_view lemma) { return IsOneOf(lemma, {"may", "might", "could", "can"}); }

bool IsObligingAuxiliary(absl::string_view lemma) { return IsOneOf(lemma, {"must", "should", "ought"}); }

bool IsObligingVerb(absl::string_view lemma) { return IsOneOf(lemma, {"have", "need", "require", "oblige"}); }

bool IsHearsayAdverb(absl::string_view folded) {
  return IsOneOf(folded, {"reportedly", "allegedly", "supposedly", "apparently", "purportedly"});
}

bool IsDoubtAdverb(absl::string_view folded) {
  return IsOneOf(folded, {"perhaps", "possibly", "maybe", "probably", "likely", "potentially"});
}

bool IsConditionMarker(absl::string_view folded) { return IsOneOf(folded, {"if", "unless", "whether"}); }

bool IsPossibilityWord(absl::string_view lemma) {
  return IsOneOf(lemma, {"possible", "likely", "unlikely", "possibility"});
}

bool IsAccusingVerb(absl::string_view lemma) { return IsOneOf(lemma, {"accuse", "suspect", "charge", "acquit"}); }

bool IsSentenceAdverb(absl::string_view folded) {
  return IsHearsayAdverb(folded) || IsDoubtAdverb(folded) ||
         IsOneOf(folded, {"not",    "n't",       "never",   "however",  "also",  "then", "thus",  "therefore",
                          "hence",  "meanwhile", "instead", "moreover", "so",    "now",  "today", "furthermore",
                          "longer", "there",     "here",    "when",     "where", "why",  "how"});
}

}  // namespace pith::compiler
