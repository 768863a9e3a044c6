// In: an article's text. Out: its paragraphs, sentences and words, and whether it is in the models' language
// (language_check.h).
// Who may use it: compile.cc. Every stage may read single tokens by tokens.h.

#ifndef PITH_TOOLS_COMPILER_TEXT_SENTENCES_H_
#define PITH_TOOLS_COMPILER_TEXT_SENTENCES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The sentences of `text` (UTF-8) in order, without tokens. They never overlap and cover all that is not white space.
//
// Paragraphs end at blank lines and, where the text is not wrapped at a fixed width, at line ends. Within them a
// sentence ends at . ! ? or an ellipsis, behind the quotes, brackets and note marks ("[3]") that close with it, unless
// the period belongs to an abbreviation, an initial or a list's number, or what follows does not begin like a sentence.
// A line or paragraph of its own without an end mark is a heading. Sentences of more than kMaxSentenceBytes are cut at
// their best punctuation mark or white space. O(size).
std::vector<Sentence> SplitSentences(absl::string_view text);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_SENTENCES_H_
