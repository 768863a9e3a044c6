// The words of names: titles, surnames, initials. Shared by the stages that gather names and resolve references.

#ifndef PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

// "mr", "dr.", "sir": says nothing of a person but the form of address.
bool IsHonorific(absl::string_view folded);
// "president", "minister", "judge": a role that may stand before a name.
bool IsTitle(absl::string_view folded);
// "prime", "vice", "foreign": comes before a title and belongs to it.
bool IsTitleModifier(absl::string_view folded);
// What the title or role noun says: "mrs", "king", "spokeswoman".
Gender GenderOf(absl::string_view folded);

// "teacher", "mayor": a noun in the singular that means a person.
bool IsPersonNoun(const Token& token);

// The folded words of tokens [first, last): tokens that touch are one word ("kassym-jomart"); periods at the end of a
// word are left out.
std::vector<std::string> NameWords(const Sentence& sentence, uint32_t first, uint32_t last);

// Whether `acronym` (one word as written, "OSCE", "U.S.") may be made of the initials of `words`; small words count or
// not, and parts of hyphened words count or not.
bool IsAcronymOf(absl::string_view acronym, const std::vector<std::string>& words);
// Two to ten letters, at least two of them and most of all upper case.
bool LooksLikeAcronym(absl::string_view word);

// Whether the words of `part` occur in `whole` in the same order; an initial matches a word that it begins.
bool IsSubsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_NAME_WORDS_H_
