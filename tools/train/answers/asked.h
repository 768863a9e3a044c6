// Questions with gold answers, asked of an index: what the trainers of the engine's judgment share.

#ifndef PITH_TOOLS_TRAIN_ANSWERS_ASKED_H_
#define PITH_TOOLS_TRAIN_ANSWERS_ASKED_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/index/index.h"
#include "engine/rank/candidates.h"
#include "engine/rank/ranking.h"
#include "engine/reader/rerank.h"
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

// What asking takes. In the engine the spaces of the reader and of the candidates share bytes; here they lie apart.
struct AskingWork {
  Ranking ranking;
  CandidateWork candidates;
  ReaderWork reader;
  Reranking reranking;
};

// After RankCandidates: reads, and puts the ranking in the order of reader and ranker. False where the reader takes no
// part: then the ranking stays as it is.
bool ReadAndRerank(const OpenedIndex& index, Bytes weights, AskingWork* work);

// Calls visit(place of the weight, value of 0..16) for every feature of a candidate that is not 0.
template <typename Visit>
void ForEachFeature(const FeatureList& features, Visit visit) {
  for (uint32_t f = 0; f < kDenseFeatures; ++f) {
    if (features.dense[f] != 0) visit(features.dense_at + f, features.dense[f]);
  }
  for (const uint16_t at : features.whole) visit(at, kWholly);
}

// Appends a weight as the engine reads it.
void PutWeight(int64_t value, std::string* out);

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
