// pith_key_facts: the facts that matter most.

#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint32_t kComparedFacts = 16;  // of one sentence, before and after

// What a fact counts among others: its importance, halved for each better one of its sentence, and once more where
// nobody can tell whom it is about.
uint32_t Worth(const OpenedIndex& index, const Part& part, uint32_t number) {
  const FactRecord fact = part.facts[number];
  uint32_t better = 0;
  for (uint32_t i = number; i-- > 0 && number - i <= kComparedFacts;) {
    const FactRecord other = part.facts[i];
    if (other.sentence != fact.sentence) break;
    better += other.importance >= fact.importance;
  }
  for (uint32_t i = number + 1; i < part.facts.size() && i - number <= kComparedFacts; ++i) {
    const FactRecord other = part.facts[i];
    if (other.sentence != fact.sentence) break;
    better += other.importance > fact.importance;
  }
  const FoldedWord subject(index.language, part.StringBytes(fact.subject));
  if ((index.language.Find(subject.bytes()).flags & kWordPronoun) != 0) ++better;
  return (uint32_t{fact.importance} << 8) >> (better < 24 ? better : 24);
}

}  // namespace
}  // namespace pith

extern "C" pith_status pith_key_facts(const pith_index* index, uint32_t article, pith_fact* out, uint32_t capacity,
                                      uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || (out == nullptr && capacity != 0)) return PITH_INVALID_ARGUMENT;
  Part part;
  if (article >= opened->size() || !OpenPart(*opened, article, &part)) return PITH_NO_SUCH_ARTICLE;
  if (capacity > PITH_MAX_RESULTS) capacity = PITH_MAX_RESULTS;
  uint32_t numbers[PITH_MAX_RESULTS], worths[PITH_MAX_RESULTS], kept = 0;
  for (uint32_t i = 0; i < part.facts.size() && capacity != 0; ++i) {
    const uint32_t worth = Worth(*opened, part, i);
    if (kept == capacity && worths[kept - 1] >= worth) continue;
    uint32_t at = kept < capacity ? kept++ : kept - 1;
    for (; at > 0 && worths[at - 1] < worth; --at) {
      worths[at] = worths[at - 1];
      numbers[at] = numbers[at - 1];
    }
    worths[at] = worth;
    numbers[at] = i;
  }
  for (uint32_t i = 0; i < kept; ++i) out[i] = part.MakeFact(article, numbers[i]);
  *count = kept;
  return PITH_OK;
}
