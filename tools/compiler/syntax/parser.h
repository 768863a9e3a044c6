// Syntax: parts of speech, dictionary forms and dependency trees.
// Comes in: a sentence cut into words, and the models. Goes out: the same with a part of speech, lemma, head and
// relation for every word. Used by compile.cc; later stages read the trees through tree/.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_PARSER_H_
#define PITH_TOOLS_COMPILER_SYNTAX_PARSER_H_

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"

namespace pith::compiler {

// Fills pos, lemma, head and rel of the sentence's tokens, which need begin, end (bytes of `text`) and folded. The
// heads form one tree with exactly one root. Cost: SyntaxModel::Read.
void AnalyzeSyntax(const Models& models, absl::string_view text, Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_PARSER_H_
