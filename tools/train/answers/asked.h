// Questions with gold answers, asked of an index: shared by the trainers of the engine's judgment.

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
#include "tools/train/common/index_file.h"

namespace pith::train {

struct AskedQuestion {
  uint32_t article = 0;
  std::string doc, text;
  std::vector<std::vector<std::string>> golds;  // the words of each; empty if the article does not say
  std::vector<uint32_t> begins;                 // byte offsets in the article
  bool reworded = false;                        // another question of the set, with a synonym in it
};

// An index, and the questions that are asked of its articles.
struct AskedSet {
  explicit AskedSet(const std::string& path) : file(path) {}
  const OpenedIndex& index() const { return file.opened(); }

  IndexFile file;
  std::vector<AskedQuestion> questions;
};

// Loads an index and those of its questions whose documents `wanted` accepts: at most `most`, spread evenly over the
// whole file. Null, with a message on standard error, if no question is left; exits with one if the index cannot be
// opened.
std::unique_ptr<AskedSet> LoadAsked(const std::string& index_path, const std::string& questions_path, size_t most,
                                    const std::function<bool(absl::string_view doc)>& wanted);

// The best word F1 of a guess against any gold answer.
double BestF1(const AskedQuestion& q, pith_text guess);

// Whether a guess says a gold answer whole, among other words.
bool SaysGold(const AskedQuestion& q, pith_text guess);

// Whether a span is roughly in the place of a gold answer: the same words elsewhere are not an answer.
bool AtGold(const AskedQuestion& q, const Range& span);

// Whether a gold answer begins in the sentence.
bool HasGold(const AskedQuestion& q, const SentenceRecord& sentence);

// The work space for asking. In the engine, the reader's space and the candidates' share bytes; here they are separate.
struct AskingWork {
  Ranking ranking;
  CandidateWork candidates;
  ReaderWork reader;
  Reranking reranking;
};

// Call after RankCandidates: reads, and orders the ranking by reader and ranker together. False if the reader takes no
// part; the ranking is then unchanged.
bool ReadAndRerank(const OpenedIndex& index, Bytes weights, AskingWork* work);

// Calls visit(index of the weight, value in 0..16) for every nonzero feature of a candidate.
template <typename Visit>
void ForEachFeature(const FeatureList& features, Visit visit) {
  for (uint32_t f = 0; f < kDenseFeatures; ++f) {
    if (features.dense[f] != 0) visit(features.dense_at + f, features.dense[f]);
  }
  for (const uint16_t at : features.whole) visit(at, kWholly);
}

// How many of a set's questions are asked at most.
inline constexpr size_t kMostQuestions = 60000;

// A fixed shuffle, so that no article gains weight by coming last.
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
