// The terms of an article that a query's words and phrases mean: of the same family, of a related one, or the nearest
// in spelling (spellings.h).

#ifndef PITH_ENGINE_FIND_MATCH_H_
#define PITH_ENGINE_FIND_MATCH_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

inline constexpr uint32_t kMaxMatches = 160;       // of all words of a query together
inline constexpr uint8_t kFullStrength = 255;      // the same family
inline constexpr uint8_t kSpellingStrength = 192;  // the word was probably a misspelling of this one

struct Match {
  uint16_t term;     // of the article
  uint8_t word;      // of the query
  uint8_t strength;  // 1..kFullStrength
  bool hint;         // a phrase's: tells which sentence may answer, but its words may be the answer itself
};

struct Matches {
  uint32_t count;
  Match all[kMaxMatches];
  uint8_t best[kMaxQueryWords];  // for each word, its strongest match in the article, hints left out; 0: none

  // The strongest match of `term` over all words of the query, hints left out; strength 0 if there is none.
  Match Strongest(uint16_t term) const;
};

// Calls visit(word, key, strength, hint) for every family and phrase that may stand in a text for a word of the query,
// strength being kFullStrength for its own. What a phrase means, each of its content words does; if it has none, its
// first word.
template <typename Visit>
void ForEachMeaning(const Language& language, const Query& query, Visit visit) {
  RelatedKey related[kMaxRelated];
  for (uint32_t i = 0; i < query.count; ++i) {
    const QueryWord& word = query.words[i];
    if (!word.content) continue;
    visit(i, word.key, kFullStrength, false);
    const uint32_t n = language.Related(word.key, related, kMaxRelated);
    for (uint32_t k = 0; k < n; ++k) visit(i, related[k].key, related[k].strength, false);
  }
  for (uint32_t p = 0; p < query.phrase_count; ++p) {
    const QueryPhrase& phrase = query.phrases[p];
    const uint32_t n = language.Related(phrase.key, related, kMaxRelated);
    bool none = true;
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) none &= !query.words[i].content;
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (!query.words[i].content && !(none && i == phrase.begin)) continue;
      visit(i, phrase.key, kFullStrength, true);
      for (uint32_t k = 0; k < n; ++k) visit(i, related[k].key, related[k].strength, true);
    }
  }
}

// Looks up every content word and phrase of the query in the terms of article `article`. What its misspelled words
// stand for there counts if FindSpellings was here before. O(words * (log terms + relatives)).
void FindMatches(const Language& language, const Part& part, uint32_t article, const Query& query, Matches* out);

// Adds a match, unless the word has a stronger one with that term.
void AddMatch(uint32_t word, uint16_t term, uint8_t strength, bool hint, Matches* out);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_MATCH_H_
