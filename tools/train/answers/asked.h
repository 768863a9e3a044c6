// Questions with gold answers, asked of an index: what the trainers of the engine's judgement share.

#ifndef PITH_TOOLS_TRAIN_ANSWERS_ASKED_H_
#define PITH_TOOLS_TRAIN_ANSWERS_ASKED_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/index/index.h"
#include "pith/pith.h"

namespace pith::train {

struct AskedQuestion {
  uint32_t article = 0;
  std::string doc, text;
  std::vector<std::vector<std::string>> golds;  // words of each; none: the article does not say
  std::vector<uint32_t> begins;                 // bytes of the article
  bool reworded = false;                        // another question of the set, with a synonym in it
};

// An index with the questions that are asked of its articles.
struct AskedSet {
  std::string file;
  pith_index handle;
  const OpenedIndex* index = nullptr;
  std::vector<AskedQuestion> questions;
};

// Loads an index and, of its questions, those of the documents that `wanted` accepts; at most `most`, evenly from the
// whole file. Null, with a message on standard error, where the index cannot be opened or no question is left.
std::unique_ptr<AskedSet> LoadAsked(const std::string& index_path, const std::string& questions_path, size_t most,
                                    const std::function<bool(absl::string_view doc)>& wanted);

// The best word F1 of a guess with a gold answer.
double BestF1(const AskedQuestion& q, pith_text guess);

// Whether a span lies about where a gold answer does: elsewhere, the same words are no answer.
bool AtGold(const AskedQuestion& q, const Range& span);

inline Bytes View(const std::string& bytes) {
  return Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

// A fixed shuffle, so that no article weighs more for being last.
template <typename T>
void Shuffle(std::vector<T>* all) {
  uint32_t state = 1;
  for (size_t i = all->size(); i > 1; --i) {
    state = state * 1664525u + 1013904223u;
    std::swap((*all)[i - 1], (*all)[(state >> 8) % i]);
  }
}

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_ANSWERS_ASKED_H_
