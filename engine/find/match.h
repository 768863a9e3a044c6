// The terms of an article that a query's words mean: of the same family, of a related one, or the nearest in spelling.

#ifndef PITH_ENGINE_FIND_MATCH_H_
#define PITH_ENGINE_FIND_MATCH_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

inline constexpr uint32_t kMaxMatches = 128;       // of all words of a query together
inline constexpr uint8_t kFullStrength = 255;      // the same family
inline constexpr uint8_t kSpellingStrength = 192;  // the word was probably a misspelling of this one

struct Match {
  uint16_t term;     // of the article
  uint8_t word;      // of the query
  uint8_t strength;  // 1..kFullStrength
};

struct Matches {
  uint32_t count;
  Match all[kMaxMatches];
  uint8_t best[kMaxQueryWords];  // for each word, its strongest match in the article; 0: none

  // The strongest match of `term` over all words of the query; strength 0 if there is none.
  Match Strongest(uint16_t term) const;
};

// Looks up every content word in the article's terms. A word that the language block does not know, and that has no
// match in the article, is taken for a misspelling of the nearest word of the article: within one edit for words of
// four or five letters, two for longer ones. O(words * (log terms + relatives)), and O(tokens of the article) for each
// misspelled word.
void FindMatches(const Language& language, const Part& part, const Query& query, Matches* out);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_MATCH_H_
