// Facts: by number, the most important ones, those that fit a pattern, and those of an entity.

#include "engine/api/arguments.h"
#include "engine/find/lookup.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint32_t kComparedFacts = 16;  // of the same sentence, before and after

// A fact's worth among others: its importance, halved for each better fact of its sentence, and once more if its
// subject is a pronoun, since nobody can tell whom it is about.
uint32_t Worth(const OpenedIndex& index, const Part& part, const FactRecord& fact, uint32_t number) {
  if (fact.sentence == kNone) return uint32_t{fact.importance} << 8;  // an editor's own
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

// A fact by its number, in order of worth, then in reading order.
struct Weighed {
  uint32_t worth, number;

  bool operator<(const Weighed& other) const {
    return worth != other.worth ? worth > other.worth : number < other.number;
  }
};

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

pith_status pith_key_facts(const pith_index* index, uint32_t article, uint32_t skip, pith_fact* out, uint32_t capacity,
                           uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const Opening open(index, article, count);
  if (!open.ok()) return open.status;
  if (!pith::IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  if (open.part.IsSearchOnly()) return PITH_SEARCH_ONLY;
  pith::Weighed all[PITH_MAX_RESULTS];
  bool spent = false;
  const auto offer = [&](pith::BestOf<pith::Weighed>* best) {
    pith::Meter meter;
    for (uint32_t i = 0; i < open.part.facts.size() && !meter.Spent(); ++i) {
      const pith::FactRecord fact = open.part.facts[i];
      const bool shown = fact.confidence >= PITH_SHOWN_CONFIDENCE;
      meter.Take(shown ? 2 * pith::kComparedFacts : 1);
      if (shown) best->Offer({pith::Worth(*open.index, open.part, fact, i), i});
    }
    spent |= meter.Spent();
  };
  const uint32_t kept = pith::FillPage(&skip, pith::AtMostResults(capacity), PITH_MAX_RESULTS, all, offer);
  for (uint32_t i = 0; i < kept; ++i) out[i] = open.part.MakeFact(article, all[i].number);
  *count = kept;
  return pith::StatusOf(spent);
}

pith_status pith_lookup(const pith_index* index, uint32_t article, pith_pattern pattern, uint32_t skip, pith_fact* out,
                        uint32_t capacity, uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !pith::IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  if (opened->meta.contents == pith::kSearchOnly) return PITH_SEARCH_ONLY;
  if (!pith::IsArticleOrAll(*opened, article)) return PITH_NO_SUCH_ARTICLE;
  pith::FactPattern keys;
  const auto read = [&](pith_text phrase, pith::PhraseKeys* to) {
    if (!pith::IsText(phrase.data, phrase.size)) return PITH_INVALID_ARGUMENT;
    const bool fits = pith::ReadPhrase(opened->language, pith::BytesOf(phrase.data, phrase.size), to);
    return fits ? PITH_OK : PITH_QUESTION_TOO_LONG;
  };
  int32_t status = read(pattern.subject, &keys.subject);
  if (status == PITH_OK) status = read(pattern.relation, &keys.relation);
  if (status == PITH_OK) status = read(pattern.object, &keys.object);
  if (status != PITH_OK) return status;
  if (keys.subject.size == 0 && keys.object.size == 0) return PITH_QUESTION_EMPTY;
  pith::Meter meter;
  *count = pith::FindFacts(*opened, article, keys, skip, &meter, out, capacity);
  return pith::StatusOf(meter.Spent());
}

pith_status pith_entity_facts(const pith_index* index, const pith_entity* entity, uint32_t skip, pith_fact* out,
                              uint32_t capacity, uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  if (entity == nullptr || !pith::IsRoom(out, capacity)) return PITH_INVALID_ARGUMENT;
  const Opening open(index, entity->article, count);
  if (!open.ok()) return open.status;
  if (entity->number >= open.part.entities.size()) return PITH_INVALID_ARGUMENT;
  pith::Meter meter;
  for (uint32_t i = 0; i < open.part.facts.size() && *count < pith::AtMostResults(capacity); ++i) {
    if (meter.Spent()) return PITH_TOO_MUCH_WORK;
    meter.Take(1);
    const pith::FactRecord fact = open.part.facts[i];
    if (fact.subject_entity != entity->number && fact.object_entity != entity->number) continue;
    if (skip != 0) {
      --skip;
    } else {
      out[(*count)++] = open.part.MakeFact(entity->article, i);
    }
  }
  return PITH_OK;
}
