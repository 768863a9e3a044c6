// Which of an article's terms a query's words mean: the same family, a related one, or the nearest spelling.

#ifndef PITH_ENGINE_FIND_MATCH_H_
#define PITH_ENGINE_FIND_MATCH_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

inline constexpr uint32_t kMaxMatches = 96;        // of all words of a query together
inline constexpr uint8_t kFullStrength = 255;      // the same family
inline constexpr uint8_t kSpellingStrength = 192;  // a word that was likely meant

struct Match {
  uint16_t term;     // of the article
  uint8_t word;      // of the query
  uint8_t strength;  // 1..kFullStrength
};

struct Matches {
  uint32_t count;
  Match all[kMaxMatches];
  uint8_t best[kMaxQueryWords];  // by word: the strongest match in the article, 0 for none

  // The strength with which `term` means word `word`, and over all words the strongest with its word.
  Match Strongest(uint16_t term) const;
};

// Looks every content word up in the article's terms. A word that neither the article nor the language block knows is
// taken for a misspelling of the nearest word of the article: one edit for words of up to five letters, two for longer
// ones. O(words * (log terms + relatives)), and O(article's distinct words) for a misspelt word.
void FindMatches(const Language& language, const Part& part, const Query& query, Matches* out);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_MATCH_H_
