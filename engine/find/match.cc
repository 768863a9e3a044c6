#include "engine/find/match.h"

#include "engine/find/spellings.h"

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
      if (out->count == kMaxMeanings || index.PostingsOf(key).size() == 0) return;
      out->all[out->count++] = {key, static_cast<uint8_t>(i), strength, hint};
    });
  }
}

void FindMatches(const Part& part, const Query& query, const Meanings& meanings, Matches* out) {
  Clear(query, out);
  for (uint32_t i = 0; i < meanings.count; ++i) {
    const Meaning& meaning = meanings.all[i];
    AddMatch(meaning.word, part.FindTerm(meaning.key), meaning.strength, meaning.hint, out);
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
