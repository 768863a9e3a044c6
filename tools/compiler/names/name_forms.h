// The forms of one name: its words, its acronym, and the shorter forms in which it is repeated.

#ifndef PITH_TOOLS_COMPILER_NAMES_NAME_FORMS_H_
#define PITH_TOOLS_COMPILER_NAMES_NAME_FORMS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The folded words of tokens [first, last). Tokens that touch form one word ("kassym-jomart"); periods at the end of a
// word are removed.
std::vector<std::string> NameWords(const Sentence& sentence, uint32_t first, uint32_t last);

// Whether `acronym` (one word as written, "OSCE", "U.S.") can be formed from the initials of `words`. Small words may
// count or not, and so may the parts of hyphenated words.
bool IsAcronymOf(absl::string_view acronym, const std::vector<std::string>& words);

// What IsAcronymOf compares: the acronym's letters in lower case without periods and hyphens, and the initials of the
// words in all four ways.
std::string LettersOf(absl::string_view acronym);
std::vector<std::string> AcronymsOf(const std::vector<std::string>& words);

// Whether the word has two to ten letters, of which at least two, and the majority, are upper-case.
bool LooksLikeAcronym(absl::string_view word);

// Whether the words of `part` occur in `whole` in the same order; an initial matches a word that begins with it.
bool IsSubsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NAMES_NAME_FORMS_H_
