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

#include "tools/compiler/analysis.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/models/perceptron.h"
#include "tools/compiler/models/word_view.h"

namespace pith::compiler {

// The names of a sentence, in order and without overlap. Also fills Token::name. `view` is the sentence's, and the
// tokens need pos and head. `sentence_number` goes into Span::sentence. Finds no names if the models have no names
// section. Linear time.
std::vector<Name> FindNames(const Models& models, const SentenceView& view, uint32_t sentence_number,
                            Sentence& sentence);

// The features by which the labels of word `at` are scored, whatever the labels of its neighbors.
void NameFeatures(const SentenceView& view, const std::vector<Token>& tokens, size_t at, HashedFeatures* out);

// The features by which a label is scored given the previous label `before`; kNameLabels stands for the beginning of
// the sentence.
void NameTransition(int before, HashedFeatures* out);

// The scores of each word's labels, and of each label after each other label or after the beginning (kNameLabels).
struct NameScores {
  std::vector<int32_t> words;  // word * kNameLabels + label
  int32_t after[kNameLabels + 1][kNameLabels] = {};
};

// The best sequence of labels in which no name continues that has not begun; of equal ones, the first.
std::vector<int> BestLabels(const NameScores& scores);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_NAMES_NAMES_H_
