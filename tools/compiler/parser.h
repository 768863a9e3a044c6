// Syntax: parts of speech, dictionary forms and dependency trees. The trees come from a greedy arc-hybrid transition
// parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) with features after Zhang and Nivre (2011), trained with a
// dynamic oracle (Goldberg and Nivre 2013). The root stands behind the last word, and only the last word on the stack
// may hang on it: every tree has exactly one root and no cycle.

#ifndef PITH_TOOLS_COMPILER_PARSER_H_
#define PITH_TOOLS_COMPILER_PARSER_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/model_file.h"
#include "tools/compiler/transitions.h"
#include "tools/compiler/word_view.h"

namespace pith::compiler {

// Fills pos, lemma, head and rel of the sentence's tokens, which need begin, end (bytes of `text`) and folded. The
// heads form one tree with exactly one root. Any size; linear time.
void AnalyseSyntax(const Models& models, absl::string_view text, Sentence& sentence);

// The finished tree over words with these fine tags (Tag in tagger.h). Linear time; at most 2 * size() steps.
ParseState Parse(const Models& models, const SentenceView& view, const std::vector<uint8_t>& tags);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_PARSER_H_
