// The treebanks on which the syntax models are trained and measured.

#ifndef PITH_TOOLS_TRAIN_SYNTAX_CORPUS_H_
#define PITH_TOOLS_TRAIN_SYNTAX_CORPUS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/train/syntax/conllu.h"

namespace pith::compiler {

struct Corpus {
  std::vector<GoldSentence> train;
  // Held out: name and sentences.
  std::vector<std::pair<std::string, std::vector<GoldSentence>>> tests;
};

// `data` contains language/ud-ewt and language/gum. The GUM documents that UD_English-GUM lists as dev or test are held
// out.
absl::StatusOr<Corpus> ReadCorpus(const std::string& data);

// The GUM documents that UD_English-GUM lists as dev (GumDev) and as test.
std::vector<std::string> GumDev();
std::vector<std::string> GumTest();

// Paths of the GUM documents: 't' for training, 'd' and 'e' for those that UD_English-GUM lists as dev and as test.
absl::StatusOr<std::vector<std::string>> GumFiles(const std::string& data, char part);

// A fixed sequence of numbers for shuffling; the same on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next(uint64_t bound);
  template <typename T>
  void Shuffle(std::vector<T>* items) {
    for (size_t i = items->size(); i > 1; --i) std::swap((*items)[i - 1], (*items)[Next(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_SYNTAX_CORPUS_H_
