// Short closed lists of words.

#ifndef PITH_TOOLS_COMPILER_LEXICON_WORD_LIST_H_
#define PITH_TOOLS_COMPILER_LEXICON_WORD_LIST_H_

#include <algorithm>
#include <initializer_list>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// Whether `word` is one of `words`. Linear, so only for lists that a reader takes in at a glance.
inline bool IsOneOf(absl::string_view word, std::initializer_list<absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_WORD_LIST_H_
