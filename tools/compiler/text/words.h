// Fills sentences with words. The engine's own tokenizer splits them, so that an article and a question never disagree.

#ifndef PITH_TOOLS_COMPILER_TEXT_WORDS_H_
#define PITH_TOOLS_COMPILER_TEXT_WORDS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills `sentence->tokens` (begin, end, folded, and lemma as a copy of folded) and `dateline`. O(size).
void SplitWords(const Language& language, absl::string_view text, Sentence* sentence);

// The same for all sentences of a text. Also splits those of more than kMaxSentenceTokens words into two or more, each
// after the best punctuation mark within the limit.
void SplitWords(const Language& language, absl::string_view text, std::vector<Sentence>* sentences);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_WORDS_H_
