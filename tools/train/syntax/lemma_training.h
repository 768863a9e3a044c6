// Learns how to derive dictionary forms from words.

#ifndef PITH_TOOLS_TRAIN_SYNTAX_LEMMA_TRAINING_H_
#define PITH_TOOLS_TRAIN_SYNTAX_LEMMA_TRAINING_H_

#include <string>
#include <utility>
#include <vector>

#include "tools/compiler/models/syntax_model.h"
#include "tools/train/syntax/conllu.h"

namespace pith::compiler {

using Sections = std::vector<std::pair<std::string, std::string>>;

// The sections "lemma" and "lemma.rules" of the model file, for the tags of `syntax`.
Sections TrainLemmas(const std::vector<GoldSentence>& train, const SyntaxModel& syntax, int epochs, size_t max_bytes);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_SYNTAX_LEMMA_TRAINING_H_
