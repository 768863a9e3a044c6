#include "engine/find/match.h"

#include "engine/language/fold.h"
#include "engine/language/spelling.h"

namespace pith {
namespace {

void Add(uint32_t word, uint16_t term, uint8_t strength, bool hint, Matches* out) {
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

bool EndsInDigit(Bytes word) {
  const uint8_t last = word.U8(word.size() - 1);
  return last >= '0' && last <= '9';
}

// The number of edits that a reader would forgive in a word of this many letters.
uint32_t AllowedEdits(uint64_t letters) { return letters < 4 ? 0 : letters < 6 ? 1 : 2; }

// The article's word that `folded` most likely misspells, or kNoTerm; the first of several equally near. People seldom
// get the first letter wrong, so a different one costs an extra edit. O(tokens), plus the edit distance to words of
// similar length.
uint16_t NearestTerm(const Language& language, const Part& part, Bytes folded) {
  const uint32_t limit = AllowedEdits(folded.size());
  if (limit == 0) return kNoTerm;
  uint32_t best_cost = limit + 1;
  uint16_t best = kNoTerm;
  for (uint32_t s = 0; s < part.sentences.size(); ++s) {
    for (TokenReader reader(part, s); reader.Next();) {
      // Folding sometimes makes a word shorter, but hardly ever longer.
      const TokenRecord& token = reader.token();
      if (token.term == kNoTerm || token.size + limit < folded.size() || token.size > 2 * folded.size()) continue;
      const FoldedWord candidate(language, reader.Text());
      if (EndsInDigit(folded) && EndsInDigit(candidate.bytes())) continue;  // "1960" is another year than "1950"
      const uint32_t penalty = candidate.bytes().U8(0) == folded.U8(0) ? 0 : 1;
      if (penalty >= best_cost) continue;
      const uint32_t cost = EditDistance(folded, candidate.bytes(), best_cost - penalty) + penalty;
      if (cost < best_cost) {
        best_cost = cost;
        best = token.term;
      }
    }
  }
  return best;
}

}  // namespace

Match Matches::Strongest(uint16_t term) const {
  Match strongest = {kNoTerm, 0, 0, false};
  for (uint32_t i = 0; i < count; ++i) {
    if (all[i].term == term && !all[i].hint && all[i].strength > strongest.strength) strongest = all[i];
  }
  return strongest;
}

void FindMatches(const Language& language, const Part& part, const Query& query, Matches* out) {
  out->count = 0;
  for (uint32_t i = 0; i < query.count; ++i) out->best[i] = 0;
  ForEachMeaning(language, query, [&](uint32_t word, uint32_t key, uint8_t strength, bool hint) {
    Add(word, part.FindTerm(key), strength, hint, out);
  });
  for (uint32_t i = 0; i < query.count; ++i) {
    const QueryWord& word = query.words[i];
    if (!word.content || word.known || out->best[i] != 0) continue;
    const FoldedWord folded(language, query.text.Sub(word.begin, word.end - word.begin));
    Add(i, NearestTerm(language, part, folded.bytes()), kSpellingStrength, false, out);
  }
}

}  // namespace pith
