// In: an article's text. Out: its paragraphs, sentences and words, and whether it is in the models' language
// (language_check.h).
// Who may use it: compile.cc. Every stage may read single tokens through tokens.h.

#ifndef PITH_TOOLS_COMPILER_TEXT_SENTENCES_H_
#define PITH_TOOLS_COMPILER_TEXT_SENTENCES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The sentences of `text` (UTF-8) in order, without tokens. They never overlap, and they cover everything that is not
// white space.
//
// Paragraphs end at blank lines and, unless the text is wrapped at a fixed width, at line ends. Within them, a sentence
// ends at . ! ? or an ellipsis, after the quotes, brackets and note marks ("[3]") that close with it, unless the period
// belongs to an abbreviation, an initial or a list number, or what follows does not begin like a sentence. A line or
// paragraph of its own without an end mark is a heading; one with a label ("Adults: 12 euros"), with the mark of a
// list, or with a number and other such lines beside it is also a row. Sentences of more than kMaxSentenceBytes are
// split at their best punctuation mark or white space. O(size).
std::vector<Sentence> SplitSentences(absl::string_view text);

// The sentences of a text whose format marks its blocks. Each block is split as a text of its own; what lies between
// them (the marks of a list) is in no sentence. Sentences of headings, captions, rows of tables and code are headings:
// no prose, so they give no facts and no summary; those of rows, and items of lists without an end mark, are rows too.
std::vector<Sentence> SplitSentences(absl::string_view text, const std::vector<Block>& blocks);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TEXT_SENTENCES_H_
