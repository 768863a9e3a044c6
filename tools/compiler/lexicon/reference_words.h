// Pronouns and other words that stand for something said elsewhere. Tables only: facts/, rank/ and suggest/ know which
// of them count where.

#ifndef PITH_TOOLS_COMPILER_LEXICON_REFERENCE_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_REFERENCE_WORDS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "it", "which", "some", "others": stands for something said elsewhere, so a fact about it says nothing on its own.
bool IsOpenWord(absl::string_view folded);
// "he", "them", "you".
bool IsPersonalPronoun(absl::string_view folded);
// "I", "your": first or second person.
bool IsAddressPronoun(absl::string_view folded);
// "he", "their".
bool IsThirdPersonPronoun(absl::string_view folded);
// "who", "which", "whose": may open a relative clause.
bool IsRelativePronoun(absl::string_view folded);
// "he", "this", "such": at the beginning of a sentence, refers back to the previous one.
bool IsBackPointer(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_REFERENCE_WORDS_H_
