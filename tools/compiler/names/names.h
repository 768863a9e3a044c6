// Names of people, organizations, places and others: a sequence of labels (outside, or beginning or inside a name of a
// type) found by a linear model with the Viterbi algorithm, trained as a structured perceptron (Collins 2002).

#ifndef PITH_TOOLS_COMPILER_NAMES_NAMES_H_
#define PITH_TOOLS_COMPILER_NAMES_NAMES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/models/perceptron.h"
#include "tools/compiler/models/word_view.h"

namespace pith::compiler {

// The names of a sentence in order, without overlap; also fills Token::name. Needs begin, end and pos of the tokens.
// `sentence_number`: what Span::sentence shall say. Linear time; without a names section, none.
std::vector<Name> FindNames(const Models& models, absl::string_view text, uint32_t sentence_number, Sentence& sentence);

// Labels, the classes of the model: 0 outside, 2 * type - 1 the first word of a name, 2 * type the others.
inline constexpr int kNameLabels = 2 * kNameTypeCount - 1;

// What speaks for the labels of word `at`, whatever its neighbours' labels.
void NameFeatures(const SentenceView& view, const std::vector<Token>& tokens, size_t at, FeatureList* out);

// What speaks for a label after `before`, kNameLabels at the beginning.
void NameTransition(int before, FeatureList* out);

// The scores that the path depends on: of each word's labels, and of each label after each (kNameLabels: the
// beginning).
struct NameScores {
  std::vector<int32_t> words;  // word * kNameLabels + label
  int32_t after[kNameLabels + 1][kNameLabels] = {};
};

// The best sequence of labels in which no name goes on that has not begun. The first of equals.
std::vector<int> BestLabels(const NameScores& scores);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NAMES_NAMES_H_
