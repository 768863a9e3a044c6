// In: a sentence split into words, and the models. Out: the same, with a part of speech, lemma, head and relation for
// every word.
// Who may use it: compile.cc; later stages read the trees through tree/.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_PARSER_H_
#define PITH_TOOLS_COMPILER_SYNTAX_PARSER_H_

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/models/word_view.h"

namespace pith::compiler {

// Fills pos, lemma, head and rel of the sentence's tokens, which need begin, end (bytes of `text`) and folded. The
// heads form one tree with exactly one root. Cost: SyntaxModel::Read, twice where a dateline begins the sentence. Returns
// the words as the model saw them, which FindNames needs too.
SentenceView AnalyzeSyntax(const Models& models, absl::string_view text, Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_PARSER_H_
