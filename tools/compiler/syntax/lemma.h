// Dictionary forms. A rule "cut n bytes at the end, append s" turns a word into its dictionary form, regular or
// irregular ("children" -> cut 3; "went" -> cut 4, append "go"). A classifier selects the rule from the word, its
// endings and its tag.

#ifndef PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_
#define PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_

#include <string>

#include "absl/strings/string_view.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {

// The features from which the classifier selects the rule for a folded word with a tag of SyntaxModel::tags.
void LemmaFeatures(absl::string_view folded, int tag, Pos pos, HashedFeatures* out);

// The dictionary form of a folded word; the word itself if no rule fits. O(bytes).
std::string Lemma(const Models& models, absl::string_view folded, int tag);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SYNTAX_LEMMA_H_
