// Puts the reader's spans and the ranker's candidates in one order with one confidence: the second opinion in pith_ask.

#ifndef PITH_ENGINE_READER_RERANK_H_
#define PITH_ENGINE_READER_RERANK_H_

#include <cstdint>

#include "engine/rank/candidates.h"
#include "engine/rank/ranking.h"
#include "engine/rank/weights.h"
#include "engine/reader/reader.h"

namespace pith {

// What the reader says about a candidate.
struct ReaderScore {
  int32_t read;      // its log-odds against all other spans; 512 is one unit
  int32_t order;     // the sort key; kLogOddsUnit is one unit of log-odds
  uint8_t expected;  // ReaderWork::ExpectedF1
  bool bare;         // a span of the reader that is not a candidate of the compiler
};

// A ranking after reading: `of[i]` belongs to ranking.kept[i].
struct Reranking {
  int32_t none, total;  // those of ReaderFindings
  ReaderScore of[kKeptCandidates];
};

// The reader's log-odds, or a difference of them, as a feature: at most eight units.
inline int32_t ReadFeature(int64_t log_odds) {
  constexpr int32_t kMost = 128;
  return ClampTo(log_odds * static_cast<int32_t>(kWholly) / kReadUnit, -kMost, kMost);
}

// Gives the reader the best sentences of a ranking, to be read step by step (StepReading). False if the language block
// has no usable reader or no weights for its order, or if nothing can be read; then the ranker's order stands.
bool BeginReadingFor(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, const Ranking& ranking,
                     ReaderWork* reader);

// Does the remaining steps. Returns a copy of the findings: the reader's work space is free afterwards.
ReaderFindings FinishReading(const OpenedIndex& index, const ReaderSections& sections, const Ranking& ranking,
                             ReaderWork* reader);

// The same, and notes in *reranking what the reader says about the ranking's candidates.
ReaderFindings EndReadingFor(const OpenedIndex& index, const ReaderSections& sections, const Ranking& ranking,
                             ReaderWork* reader, Reranking* reranking);

// Puts ranking->kept, and reranking->of with it, in the joint order. First adds the spans of `found` that are not
// candidates, with the value and entity of the candidate nearest to them. O(kept^2), and the description of a few
// spans.
void Rerank(const OpenedIndex& index, Bytes weights, const ReaderFindings& found, CandidateWork* work, Ranking* ranking,
            Reranking* reranking);

// Extracts the features that order candidate `number` after reading. kWholly is one unit of log-odds, or "yes".
void ExtractOrder(const Ranking& ranking, const Reranking& reranking, uint32_t number,
                  int32_t features[kOrderFeatures]);

// Extracts the evidence for and against candidate `number` after reading: that of doubt, and what the reader found.
void ExtractJointDoubt(Bytes weights, const Ranking& ranking, const Reranking& reranking, uint32_t number,
                       int32_t features[kJointFeatures]);

// The log-odds, in 1/kLogOddsUnit, that rules add for candidate `number` in cases that the training data does not
// cover.
int64_t JointRuleLogOdds(const Ranking& ranking, uint32_t number);

// The probability, in ten-thousandths, that candidate `number` is right after reading.
uint32_t JointConfidence(Bytes weights, const Ranking& ranking, const Reranking& reranking, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_READER_RERANK_H_
