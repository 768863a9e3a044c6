// Parts of speech: a greedy classifier from left to right over words, affixes, shapes, clusters and the tags before.
// Tags are finer than universal parts of speech (VERB/VBN, NOUN/NNS), which the parser and the lemmas need.

#ifndef PITH_TOOLS_COMPILER_TAGGER_H_
#define PITH_TOOLS_COMPILER_TAGGER_H_

#include <cstdint>
#include <vector>

#include "tools/compiler/model_file.h"
#include "tools/compiler/perceptron.h"
#include "tools/compiler/word_view.h"

namespace pith::compiler {

// The tag before the first word.
inline constexpr int kNoTag = 255;

// What decides the tag of word `at`, given the tags of the two words before it.
void TagFeatures(const SentenceView& view, size_t at, int before, int before_that, FeatureList* out);

// A fine tag for each word. Linear time; without a tagger in the models, all 0.
std::vector<uint8_t> Tag(const Models& models, const SentenceView& view);

// Index of the largest of the first `count` scores, the first of equals.
int BestClass(absl::Span<const int32_t> scores, int count);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TAGGER_H_
