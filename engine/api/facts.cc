// Facts: by number, the most important ones, and those about a subject.

#include "engine/api/arguments.h"
#include "engine/find/lookup.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint32_t kComparedFacts = 16;  // of the same sentence, before and after

// A fact's worth among others: its importance, halved for each better fact of its sentence, and once more if its
// subject is a pronoun, since nobody can tell whom it is about.
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

using pith::OpenedIn;
using pith::OpenedIndex;
using pith::Opening;

pith_status pith_get_fact(const pith_index* index, uint32_t article, uint32_t number, pith_fact* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number >= open.part.facts.size()) return PITH_INVALID_ARGUMENT;
  *out = open.part.MakeFact(article, number);
  return PITH_OK;
}

pith_status pith_key_facts(const pith_index* index, uint32_t article, pith_fact* out, uint32_t capacity,
                           uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !pith::IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  pith::Part part;
  if (article >= opened->size() || !pith::OpenPart(*opened, article, &part)) return PITH_NO_SUCH_ARTICLE;
  capacity = pith::AtMostResults(capacity);
  struct Weighed {
    uint32_t number, worth;
  };
  Weighed all[PITH_MAX_RESULTS];
  uint32_t kept = 0;
  for (uint32_t i = 0; i < part.facts.size() && capacity != 0; ++i) {
    pith::KeepBest(Weighed{i, pith::Worth(*opened, part, i)}, capacity, all, &kept,
                   [](const Weighed& a, const Weighed& b) { return a.worth < b.worth; });
  }
  for (uint32_t i = 0; i < kept; ++i) out[i] = part.MakeFact(article, all[i].number);
  *count = kept;
  return PITH_OK;
}

pith_status pith_lookup(const pith_index* index, uint32_t article, const char* subject, uint64_t subject_size,
                        const char* relation, uint64_t relation_size, pith_fact* out, uint32_t capacity,
                        uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !pith::IsRoom(out, capacity) || !pith::IsText(subject, subject_size) ||
      !pith::IsText(relation, relation_size)) {
    return PITH_INVALID_ARGUMENT;
  }
  if (!pith::IsArticleOrAll(*opened, article)) return PITH_NO_SUCH_ARTICLE;
  pith::PhraseKeys subject_keys, relation_keys;
  if (!pith::ReadPhrase(opened->language, pith::BytesOf(subject, subject_size), &subject_keys) ||
      !pith::ReadPhrase(opened->language, pith::BytesOf(relation, relation_size), &relation_keys)) {
    return PITH_QUESTION_TOO_LONG;
  }
  if (subject_keys.size == 0) return PITH_QUESTION_EMPTY;
  *count = pith::FindFacts(*opened, article, subject_keys, relation_keys, out, pith::AtMostResults(capacity));
  return PITH_OK;
}
