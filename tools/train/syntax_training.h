// Trains the parts of the syntax model, one function a part. Each gives sections of the model file (model_file.h).

#ifndef PITH_TOOLS_TRAIN_SYNTAX_TRAINING_H_
#define PITH_TOOLS_TRAIN_SYNTAX_TRAINING_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tools/compiler/model_file.h"
#include "tools/compiler/word_view.h"
#include "tools/train/conllu.h"

namespace pith::compiler {

using Sections = std::vector<std::pair<std::string, std::string>>;

// The fine tags that are frequent enough to learn, "VERB/VBN", the most frequent first.
class TagSet {
 public:
  explicit TagSet(const std::vector<GoldSentence>& train);
  // The number of a tag; a rare one counts as the most frequent of its part of speech.
  int Number(const std::string& fine) const;
  int size() const { return static_cast<int>(tags_.size()); }
  std::string Section() const;

 private:
  std::vector<std::string> tags_;
};

// `views`: as ViewSentence gives them for `train`, in the same order. Every sentence whose
// number leaves the remainder `left_out_fold` modulo `folds` is left out; folds 0: none is.
std::string TrainTagger(const std::vector<GoldSentence>& train, const std::vector<SentenceView>& views,
                        const TagSet& tags, int epochs, size_t max_bytes, int left_out_fold, int folds);

// `tagged`: the tags that the parser will see.
std::string TrainParser(const std::vector<GoldSentence>& train, const std::vector<SentenceView>& views,
                        const std::vector<std::vector<uint8_t>>& tagged, int epochs, size_t max_bytes);

// "lemma" and "lemma.rules".
Sections TrainLemmas(const std::vector<GoldSentence>& train, const TagSet& tags, int epochs, size_t max_bytes);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_SYNTAX_TRAINING_H_
