#include "engine/find/sentences.h"

#include "engine/index/part.h"

namespace pith {

uint32_t ScoreShare(uint32_t score, uint32_t best) { return static_cast<uint32_t>(uint64_t{score} * 16 / best); }

uint32_t FindSentences(const OpenedIndex& index, uint32_t article, const Query& query, Matches* matches,
                       RetrieveWork* retrieve, BestSentences* best) {
  uint32_t articles[kMaxVisitedArticles] = {article};
  uint32_t count = 1;
  if (article == PITH_ALL_ARTICLES) count = RetrieveArticles(index, query, retrieve, articles);
  for (uint32_t i = 0; i < count; ++i) {
    Part part;
    if (!OpenPart(index, articles[i], &part)) continue;
    FindMatches(index.language, part, query, matches);
    const Weighting weighting = count == 1 ? Weighting::kOwn : Weighting::kBackground;
    RetrieveSentences(part, articles[i], query, *matches, weighting, retrieve, best);
  }
  return best->count;
}

}  // namespace pith
