// The reader's spans and the ranker's candidates in one order, with one confidence: the second opinion of pith_ask.

#ifndef PITH_ENGINE_READER_RERANK_H_
#define PITH_ENGINE_READER_RERANK_H_

#include <cstdint>

#include "engine/rank/candidates.h"
#include "engine/rank/ranking.h"
#include "engine/rank/weights.h"
#include "engine/reader/reader.h"

namespace pith {

// What the reader says of a candidate.
struct ReaderScore {
  int32_t read;      // its log-odds against all other spans: 512 is one unit
  int32_t order;     // what the order goes by: kLogOddsUnit is one unit
  uint8_t expected;  // ReaderWork::ExpectedF1
  bool bare;         // a span of the reader that is no candidate of the compiler's
};

// A ranking once the reader has read: `of[i]` belongs to ranking.kept[i].
struct Reranking {
  int32_t none, total;  // of ReaderFindings
  ReaderScore of[kKeptCandidates];
};

// Whether the ranker's best candidate stands unread: a fact says so, and it is of such confidence that reading would
// gain nothing.
bool IsSettled(Bytes weights, const Ranking& ranking);

// Gives the reader the best sentences of a ranking, to be read step by step (StepReading). False where the language
// block has no reader that can be used, or no weights for its order, or nothing can be read: then the ranker's order
// stands.
bool BeginReadingFor(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, const Ranking& ranking,
                     ReaderWork* reader);

// Does what steps are left, and notes in *reranking what the reader says of the ranking's candidates. What it returns
// is a copy: the reader's work space is free from here on.
ReaderFindings EndReadingFor(const OpenedIndex& index, const ReaderSections& sections, const Ranking& ranking,
                             ReaderWork* reader, Reranking* reranking);

// Puts ranking->kept in the order of both, with reranking->of: the spans of `found` that are no candidates come among
// them, with the value and the entity of the candidate nearest to them. O(kept^2), and the description of a few spans.
void Rerank(const OpenedIndex& index, Bytes weights, const ReaderFindings& found, CandidateWork* work, Ranking* ranking,
            Reranking* reranking);

// How far behind the first, in the order's units, an answer that a fact says may be to go before it: some two log-odds
// of the reader. Chosen on development articles (docs/models.md).
inline constexpr int32_t kMostBehindSaid = 40 * kLogOddsUnit;

// Where a fact says one answer and the order prefers another by little, puts the fact's first: it is right more often.
// Of two bounds of one answer a fact knows nothing, so those that overlap the first stay where they are.
void PutSaidFirst(Ranking* ranking, Reranking* reranking);

// What the order goes by, for candidate `number` after reading. Values: kWholly is one unit of log-odds, or "yes".
void ExtractOrder(const Ranking& ranking, const Reranking& reranking, uint32_t number,
                  int32_t features[kOrderFeatures]);

// What counts for candidate `number` being right after reading: what counted before, and what the reader found.
void ExtractJointDoubt(Bytes weights, const Ranking& ranking, const Reranking& reranking, uint32_t number,
                       int32_t features[kJointFeatures]);

// What rules that the training data is silent on add to the log-odds of candidate `number`, in 1/kLogOddsUnit.
int64_t JointRuleLogOdds(const Ranking& ranking, uint32_t number);

// The probability that candidate `number` is right after reading, in ten-thousandths.
uint32_t JointConfidence(Bytes weights, const Ranking& ranking, const Reranking& reranking, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_READER_RERANK_H_
