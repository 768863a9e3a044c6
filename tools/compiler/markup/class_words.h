// The words in the class and id of an element ("articleBody post-42" has "article", "body", "post" and "42").

#ifndef PITH_TOOLS_COMPILER_MARKUP_CLASS_WORDS_H_
#define PITH_TOOLS_COMPILER_MARKUP_CLASS_WORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/markup/document.h"

namespace pith::compiler {

// The words of an attribute's value, in lower case: letters between other characters, cut before capitals.
std::vector<std::string> WordsOf(absl::string_view value);

// The words in the class and the id of an element.
std::vector<std::string> ClassWords(const Document& page, uint32_t node);

bool HasClassWord(const Document& page, uint32_t node, absl::string_view word);

// Whether the class attribute has exactly this class.
bool HasClass(const Document& page, uint32_t node, absl::string_view name);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_CLASS_WORDS_H_
