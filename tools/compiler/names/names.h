// In: a sentence with parts of speech, and the models. Out: its names of people, organizations, places and others.
// Who may use it: compile.cc, entities/ (name_repair.h, name_forms.h), and the trainer in tools/train/names.
//
// A name is a sequence of labels (outside, or beginning or inside a name of a type), found by a linear model with the
// Viterbi algorithm and trained as a structured perceptron (Collins, Discriminative training methods for hidden Markov
// models, 2002).

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
// `sentence_number` goes into Span::sentence. Finds none where the models have no section of names. Linear time.
std::vector<Name> FindNames(const Models& models, absl::string_view text, uint32_t sentence_number, Sentence& sentence);

// Labels, the classes of the model: 0 outside, 2 * type - 1 the first word of a name, 2 * type the others.
inline constexpr int kNameLabels = 2 * kNameTypeCount - 1;

// The features of word `at` by which its labels are scored, whatever the labels of its neighbors.
void NameFeatures(const SentenceView& view, const std::vector<Token>& tokens, size_t at, FeatureList* out);

// The features by which a label is scored after the label `before`; kNameLabels stands for the sentence's beginning.
void NameTransition(int before, FeatureList* out);

// The scores of each word's labels, and of each label after each other one or after the beginning (kNameLabels).
struct NameScores {
  std::vector<int32_t> words;  // word * kNameLabels + label
  int32_t after[kNameLabels + 1][kNameLabels] = {};
};

// The best sequence of labels in which no name goes on that has not begun; among equals, the first.
std::vector<int> BestLabels(const NameScores& scores);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NAMES_NAMES_H_
