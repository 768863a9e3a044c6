// What candidates of different articles say of one another: the same, the contrary, or nothing.

#ifndef PITH_ENGINE_RANK_CLAIMS_H_
#define PITH_ENGINE_RANK_CLAIMS_H_

#include <cstdint>

#include "engine/index/part.h"
#include "engine/language/language.h"
#include "engine/rank/ranking.h"

namespace pith {

// Fills in `claim` and `measure` of a candidate whose place and value are known. O(bytes of its text).
void NoteClaim(const Language& language, const Part& part, ScoredCandidate* candidate);

// Whether two candidates of different articles say the same: an equal value, or the same words.
inline bool SaySame(const ScoredCandidate& a, const ScoredCandidate& b) {
  return a.article != b.article && a.claim != 0 && a.claim == b.claim;
}

// Whether two candidates of different articles exclude one another, each from a sentence that has all of the question:
// unlike numbers of one unit, or dates of one precision.
inline bool Contradict(const ScoredCandidate& a, const ScoredCandidate& b) {
  constexpr uint8_t kAll = 16;
  return a.article != b.article && a.measure != 0 && a.measure == b.measure && a.claim != b.claim &&
         a.covered_words == kAll && b.covered_words == kAll && !a.refused && !b.refused;
}

// Whether `b` is an answer in place of `a`, so that it makes `a` less likely: not the same words, nor what another
// article says to the same question.
inline bool IsRival(const ScoredCandidate& a, const ScoredCandidate& b) {
  return !Overlap(a, b) && !SaySame(a, b) && !Contradict(a, b);
}

// Keeps the first of sentences that are the same bytes in different articles, and of those at most kReadSentences;
// notes the others in ranking->twins. O(count * kReadSentences), and the bytes of the sentences.
void DropTwins(const OpenedIndex& index, const ScoredSentence* found, uint32_t count, Ranking* ranking);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_CLAIMS_H_
