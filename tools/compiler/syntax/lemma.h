// Dictionary forms. Each is got from its word by a rule "cut n bytes at the end, append s", chosen by a classifier from
// the word, its endings and its tag; regular and irregular words alike ("children" -> cut 3; "went" -> cut 4, append
// "go").

#ifndef PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_
#define PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_

#include <string>

#include "absl/strings/string_view.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {

// What decides the rule for a folded word with a fine tag of SyntaxModel::tags.
void LemmaFeatures(absl::string_view folded, int tag, Pos pos, FeatureList* out);

// The folded word itself where no rule fits. O(bytes).
std::string Lemma(const Models& models, absl::string_view folded, int tag);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_
