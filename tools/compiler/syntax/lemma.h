// Dictionary forms. A rule "cut n bytes at the end, append s" makes the form from its word, regular or irregular
// ("children" -> cut 3; "went" -> cut 4, append "go"). A classifier chooses the rule by the word, its endings and tag.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_
#define PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_

#include <string>

#include "absl/strings/string_view.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {

// The features by which the classifier chooses the rule for a folded word with a tag of SyntaxModel::tags.
void LemmaFeatures(absl::string_view folded, int tag, Pos pos, FeatureList* out);

// The dictionary form of a folded word; the word itself where no rule fits. O(bytes).
std::string Lemma(const Models& models, absl::string_view folded, int tag);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_
