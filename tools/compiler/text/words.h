// Fills sentences with words. The engine's own tokenizer cuts them, so that an article and a question never disagree.

#ifndef PITH_TOOLS_COMPILER_TEXT_WORDS_H_
#define PITH_TOOLS_COMPILER_TEXT_WORDS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills `sentence->tokens`: begin, end, folded, and lemma as a copy of folded. O(size).
void SplitWords(const Language& language, absl::string_view text, Sentence* sentence);

// The same for all sentences of a text, and cuts those of more than kMaxSentenceTokens words in two or more, each
// behind the best punctuation mark that its limit allows.
void SplitWords(const Language& language, absl::string_view text, std::vector<Sentence>* sentences);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_WORDS_H_
