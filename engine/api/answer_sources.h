// What other articles say to the same question: the same, which makes them further sources, or something else.

#ifndef PITH_ENGINE_API_ANSWER_SOURCES_H_
#define PITH_ENGINE_API_ANSWER_SOURCES_H_

#include <cstdint>

#include "engine/format/inlining.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/rank/claims.h"
#include "engine/rank/ranking.h"
#include "pith/pith.h"

namespace pith {

// The date of an article, YYYY-MM-DD, or nothing. O(1).
Bytes DateOf(const OpenedIndex& index, uint32_t article);

// Adds the places in other articles that say what `answer`, made of candidate `number`, says: at most one of each, and
// PITH_MAX_SOURCES in all. O(kept candidates + twins).
void AddSources(const OpenedIndex& index, const Ranking& ranking, uint32_t number, pith_answer* answer);

// Puts the candidates that contradict the first, with a confidence of at least `least`, next to it, and the one of the
// newest article first. `move(from, to)` moves a candidate up, and all that belongs to it. O(kept candidates^2). Its
// frame would count twice for that of the reranking before it.
template <typename ConfidenceOf, typename Move>
PITH_NOINLINE void PutDifferingFirst(const OpenedIndex& index, const Ranking& ranking, uint32_t least,
                                     ConfidenceOf confidence_of, Move move) {
  uint32_t count = 1, newest = 0;
  for (uint32_t i = 1; i < ranking.kept_count; ++i) {
    if (Contradict(ranking.kept[0], ranking.kept[i]) && confidence_of(i) >= least) move(i, count++);
  }
  for (uint32_t i = 1; i < count; ++i) {
    const Bytes date = DateOf(index, ranking.kept[i].article), best = DateOf(index, ranking.kept[newest].article);
    if (!best.empty() && Compare(date, best) > 0) newest = i;
  }
  if (newest != 0) move(newest, 0);
}

// Whether another article contradicts candidate `number` with a confidence of at least `least`. O(kept candidates).
template <typename ConfidenceOf>
bool Differs(const Ranking& ranking, uint32_t number, uint32_t least, ConfidenceOf confidence_of) {
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    if (Contradict(ranking.kept[number], ranking.kept[i]) && confidence_of(i) >= least) return true;
  }
  return false;
}

}  // namespace pith

#endif  // PITH_ENGINE_API_ANSWER_SOURCES_H_
