// GUM's coreference layer, as bytes of an article's text.

#ifndef PITH_TOOLS_TRAIN_COREFERENCE_GUM_MENTIONS_H_
#define PITH_TOOLS_TRAIN_COREFERENCE_GUM_MENTIONS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "nlohmann/json.hpp"

namespace pith::train {

// kName: in the same words as before; kShort: in others ("Ms Vega", "WHO").
enum Kind { kName, kShort, kPronoun, kDescription, kKinds };
inline constexpr const char* kKindNames[kKinds] = {"same name", "short form", "pronoun", "description"};

// A gold mention, as bytes of the article's text.
struct Gold {
  size_t begin = 0, end = 0;            // of the whole
  size_t head_begin = 0, head_end = 0;  // of its head word
  int cluster = 0;
  Kind kind = kDescription;
  bool counts = false;  // towards recall, if its cluster has a name elsewhere
  std::string words;
};

struct Document {
  nlohmann::json article;
  std::vector<Gold> mentions;
};

// `article` as ReadGum gives it, `path` its CoNLL-U file. Ends the program if that cannot be read.
Document ReadDocument(const nlohmann::json& article, const std::string& path);

// The smallest gold mention whose head lies in [begin, end).
const Gold* GoldAt(const std::vector<Gold>& mentions, size_t begin, size_t end);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_COREFERENCE_GUM_MENTIONS_H_
