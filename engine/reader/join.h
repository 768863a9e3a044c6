// The reader's spans and the ranker's candidates in one order, with one confidence.

#ifndef PITH_ENGINE_READER_JOIN_H_
#define PITH_ENGINE_READER_JOIN_H_

#include <cstdint>

#include "engine/rank/candidates.h"

namespace pith {

// Gives the reader the best sentences that RankCandidates found, to be read step by step (StepReading of work->reader).
// False where the language block has no reader that can be used, or no weights for its order, or nothing can be read:
// then the ranker's order stands.
bool BeginJoin(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, AskWork* work);

// Does what steps are left, and puts work->kept in the order of both: spans of the reader that are no candidates come
// beside them, with the value and the entity of the candidate nearest to them.
void EndJoin(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, AskWork* work);

// Both in one. Some 0.4 milliseconds.
bool JoinReader(const OpenedIndex& index, Bytes weights, AskWork* work);

// Whether a fact of its sentence says that candidate `number` of work->kept answers the question.
bool IsSaidByFact(const AskWork& work, uint32_t number);

// How far behind the first, in the order's units, an answer that a fact says may be to go before it: some two log-odds
// of the reader. Chosen on development articles (docs/models.md).
inline constexpr int32_t kMostBehindSaid = 40 * 16384;

// Where a fact says one answer and the order of work->kept prefers another by little, puts the fact's first: it is
// right more often. Of two bounds of one answer a fact knows nothing, so those that overlap the first stay where they
// are.
void PutSaidFirst(AskWork* work);

// Whether the ranker's best candidate stands without the reader: a fact says so, and it is of such confidence that
// reading would gain nothing.
bool IsSettled(Bytes weights, const AskWork& work);

// What the order goes by, for candidate `number` of work->kept after reading. Values: 16 is one unit of log-odds, or
// "yes".
void ExtractJoin(const AskWork& work, uint32_t number, int32_t features[kJoinFeatures]);

// What counts for candidate `number` of work->kept being right after JoinReader: what counted before, and what the
// reader found.
void ExtractJointDoubt(Bytes weights, const AskWork& work, uint32_t number, int32_t features[kJoinDoubtFeatures]);

// What a rule that the training data is silent on adds to the log-odds of candidate `number`: 16384 is one unit.
int64_t JointRuleLogOdds(const AskWork& work, uint32_t number);

// The probability that candidate `number` of work->kept is right after JoinReader, in ten-thousandths.
uint32_t JointConfidence(Bytes weights, const AskWork& work, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_READER_JOIN_H_
