#include "engine/api/answer_sources.h"

#include "engine/format/inlining.h"
#include "engine/index/part.h"

namespace pith {
namespace {

void Add(const pith_source& source, pith_answer* answer) {
  if (answer->source_count == PITH_MAX_SOURCES || source.article == answer->article) return;
  for (uint32_t i = 0; i < answer->source_count; ++i) {
    if (answer->sources[i].article == source.article) return;
  }
  answer->sources[answer->source_count++] = source;
}

// Adds the places of a candidate in the copies of its sentence.
PITH_NOINLINE void AddTwins(const OpenedIndex& index, const Ranking& ranking, const ScoredCandidate& it,
                            pith_answer* answer) {
  for (uint32_t i = 0; i < ranking.twin_count; ++i) {
    const TwinSentence& twin = ranking.twins[i];
    if (twin.rank >= ranking.sentence_count) continue;
    const ScoredSentence& of = ranking.sentences[twin.rank];
    if (of.article != it.article || of.sentence != it.sentence) continue;
    // One part at a time on the stack.
    Part part;
    if (!OpenPart(index, of.article, &part)) continue;
    const uint32_t begin = part.sentences[of.sentence].begin;
    if (!OpenPart(index, twin.article, &part)) continue;
    const uint32_t moved = part.sentences[twin.sentence].begin - begin;
    const Range range = part.InText(it.begin + moved, it.end + moved);
    Add({twin.article, twin.sentence + 1, range.begin, range.end}, answer);
  }
}

}  // namespace

Bytes DateOf(const OpenedIndex& index, uint32_t article) {
  Part part;
  return OpenPart(index, article, &part) ? part.StringBytes(part.head[0].date) : Bytes();
}

void AddSources(const OpenedIndex& index, const Ranking& ranking, uint32_t number, pith_answer* answer) {
  const ScoredCandidate& it = ranking.kept[number];
  AddTwins(index, ranking, it, answer);
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    const ScoredCandidate& other = ranking.kept[i];
    if (!SaySame(it, other) || other.refused) continue;
    Add({other.article, other.sentence + 1, other.begin, other.end}, answer);
    AddTwins(index, ranking, other, answer);
  }
}

}  // namespace pith
