// The texts with marked names on which the names model is trained and measured.

#ifndef PITH_TOOLS_TRAIN_NAMES_NAMES_DATA_H_
#define PITH_TOOLS_TRAIN_NAMES_NAMES_DATA_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/compiler/models/model_file.h"
#include "tools/train/syntax/conllu.h"

namespace pith::compiler {

// A sentence, tagged and parsed by the syntax model, with its labels (names.h).
struct NameExample {
  std::string text;
  Sentence sentence;
  std::vector<int> labels;
};

struct NameCorpus {
  std::vector<NameExample> gold;  // GUM, WikiGold, WNUT-17
  std::vector<std::pair<std::string, std::vector<NameExample>>> tests;
};

// `data` contains language/gum and language/ner. Held out: GUM's dev and test documents, every tenth block of 50
// sentences of WikiGold, and WNUT-17's dev set. `models` must have a syntax model.
absl::StatusOr<NameCorpus> ReadNameCorpus(const std::string& data, const Models& models);

// The names in a GUM sentence: the words around the heads of entities that are proper nouns.
std::vector<int> LabelsFromEntities(const GoldSentence& gold);

// A sentence from words with one label each ("B-PER", "location"...). Splits words at hyphens and clitics, as the
// tokenizer does.
NameExample ExampleFromColumns(const std::vector<std::pair<std::string, std::string>>& words);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_NAMES_NAMES_DATA_H_
