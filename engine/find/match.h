// The terms of an article that a query's words and phrases mean: of the same family, of a related one, or the nearest
// in spelling (spellings.h).

#ifndef PITH_ENGINE_FIND_MATCH_H_
#define PITH_ENGINE_FIND_MATCH_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/index/index.h"
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
  uint64_t topic;                // bits of the words that the article's title or an alias of it has

  // The strongest match of `term` over all words of the query, hints left out; strength 0 if there is none.
  Match Strongest(uint16_t term) const;
};

// Calls visit(key, strength, hint) for every family and phrase that may stand in a text for word `number` of the query,
// strength being kFullStrength for its own. What a phrase means, each of its content words does; if it has none, its
// first word.
template <typename Visit>
void ForEachMeaningOf(const Language& language, const Query& query, uint32_t number, Visit visit) {
  RelatedKey related[kMaxRelated];
  const auto with_relatives = [&](uint32_t key, bool hint) {
    visit(key, kFullStrength, hint);
    const uint32_t n = language.Related(key, related, kMaxRelated);
    for (uint32_t k = 0; k < n; ++k) visit(related[k].key, related[k].strength, hint);
  };
  const QueryWord& word = query.words[number];
  if (word.content) with_relatives(word.key, false);
  if (word.content && word.meant != 0 && word.meant != kNone) visit(word.meant, kSpellingStrength, false);
  for (uint32_t p = 0; p < query.phrase_count; ++p) {
    const QueryPhrase& phrase = query.phrases[p];
    if (!query.Stands(phrase, number)) continue;
    if (phrase.same) {
      visit(phrase.key, kFullStrength, false);
    } else {
      with_relatives(phrase.key, true);
    }
  }
}

// A meaning of a query's word, as ForEachMeaningOf tells it.
struct Meaning {
  uint32_t key;
  uint8_t word, strength;
  bool hint;
};

// The meanings that stand in some article of an index, so that each article is asked for those alone.
inline constexpr uint32_t kMaxMeanings = 128;
struct Meanings {
  uint32_t count;
  Meaning all[kMaxMeanings];
  uint8_t by_key[kMaxMeanings];  // their numbers, in order of key
};
void FindMeanings(const OpenedIndex& index, const Query& query, Meanings* out);

// FindMatches, given what the query means in the index; misspelled words mean what CorrectWord has found.
// O(meanings * log terms), and O(meanings + terms).
void FindMatches(const Part& part, const Query& query, const Meanings& meanings, Matches* out);

// Looks up every content word and phrase of the query in the terms of article `article`. What its misspelled words
// stand for there counts if FindSpellings was here before. O(words * (log terms + relatives)).
void FindMatches(const Language& language, const Part& part, uint32_t article, const Query& query, Matches* out);

// Adds a match, unless the word has a stronger one with that term.
void AddMatch(uint32_t word, uint16_t term, uint8_t strength, bool hint, Matches* out);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_MATCH_H_
