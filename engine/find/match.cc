#include "engine/find/match.h"

#include "engine/find/spellings.h"
#include "engine/index/members.h"

namespace pith {

void AddMatch(uint32_t word, uint16_t term, uint8_t strength, bool hint, Matches* out) {
  if (term == kNoTerm || strength == 0) return;
  // A word may mean a term in several ways: by itself, and within phrases.
  uint32_t at = 0;
  while (at < out->count && (out->all[at].term != term || out->all[at].word != word || out->all[at].hint != hint)) ++at;
  if (at == kMaxMatches) return;
  if (at < out->count && out->all[at].strength >= strength) return;
  if (at == out->count) ++out->count;
  out->all[at] = {term, static_cast<uint8_t>(word), strength, hint};
  if (!hint && strength > out->best[word]) out->best[word] = strength;
}

Match Matches::Strongest(uint16_t term) const {
  Match strongest = {kNoTerm, 0, 0, false};
  CountWork(count);
  for (uint32_t i = 0; i < count; ++i) {
    if (all[i].term == term && !all[i].hint && all[i].strength > strongest.strength) strongest = all[i];
  }
  return strongest;
}

namespace {

constexpr uint32_t kManyTerms = 256;

void Clear(const Query& query, Matches* out) {
  out->count = 0;
  out->topic = 0;
  for (uint32_t i = 0; i < query.count; ++i) out->best[i] = 0;
}

void NoteTopic(const Part& part, Matches* out) {
  if (part.topic.size() == 0) return;
  for (uint32_t m = 0; m < out->count; ++m) {
    const Match& match = out->all[m];
    if (!match.hint && part.IsTopic(match.term)) out->topic |= uint64_t{1} << match.word;
  }
}

}  // namespace

void FindMeanings(const OpenedIndex& index, const Query& query, Meanings* out) {
  out->count = 0;
  for (uint32_t i = 0; i < query.count; ++i) {
    ForEachMeaningOf(index.language, query, i, [&](uint32_t key, uint8_t strength, bool hint) {
      if (out->count == kMaxMeanings || !AnyHas(index, key)) return;
      uint32_t at = out->count;
      for (; at > 0 && out->all[out->by_key[at - 1]].key > key; --at) out->by_key[at] = out->by_key[at - 1];
      out->by_key[at] = static_cast<uint8_t>(out->count);
      out->all[out->count++] = {key, static_cast<uint8_t>(i), strength, hint};
    });
  }
}

void FindMatches(const Part& part, const Query& query, const Meanings& meanings, Matches* out) {
  Clear(query, out);
  // In one walk over the terms. Where there are many, its steps are as long as they have to be (J. L. Bentley and A. C.
  // Yao, 1976).
  const TermTable terms = part.terms();
  const uint32_t count = part.term_count();
  uint16_t found[kMaxMeanings];
  const bool many = count > kManyTerms;
  uint32_t term = 0;
  uint64_t here = terms.FirstField(0);
  for (uint32_t i = 0; i < meanings.count; ++i) {
    const uint8_t number = meanings.by_key[i];
    const uint32_t key = meanings.all[number].key;
    const auto before = [&](uint32_t t) { return terms.FirstField(t) < key; };
    if (many) {
      uint32_t step = 1;
      while (term + step < count && before(term + step)) term += step, step *= 2;
      term = PartitionPoint(term, term + step < count ? term + step : count, before);
      here = terms.FirstField(term);
    } else {
      while (term < count && here < key) here = terms.FirstField(++term);
    }
    found[number] = term < count && term < kMaxArticleTerms && here == key ? static_cast<uint16_t>(term) : kNoTerm;
  }
  for (uint32_t i = 0; i < meanings.count; ++i) {
    const Meaning& meaning = meanings.all[i];
    AddMatch(meaning.word, found[i], meaning.strength, meaning.hint, out);
  }
  NoteTopic(part, out);
}

void FindMatches(const Language& language, const Part& part, uint32_t article, const Query& query, Matches* out) {
  Clear(query, out);
  for (uint32_t i = 0; i < query.count; ++i) {
    ForEachMeaningOf(language, query, i, [&](uint32_t key, uint8_t strength, bool hint) {
      AddMatch(i, part.FindTerm(key), strength, hint, out);
    });
  }
  AddSpellings(query, article, out);
  NoteTopic(part, out);
}

}  // namespace pith
