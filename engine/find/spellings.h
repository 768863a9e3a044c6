// The words of an article that a query's misspelled words stand for: the nearest in spelling.

#ifndef PITH_ENGINE_FIND_SPELLINGS_H_
#define PITH_ENGINE_FIND_SPELLINGS_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

// The number of edits that a reader would forgive in a word of this many letters: none below four, one below six, two.
inline uint32_t AllowedEdits(uint64_t letters) { return letters < 4 ? 0 : letters < 6 ? 1 : 2; }

// How far `folded` is from being a misspelling of `word`: the edits between them, and one more if they begin with
// different letters, which people seldom get wrong; limit + 1 if that is more than `limit`. Digits are never
// misspelled: "1960" is another year than "1950". O(EditDistance).
uint32_t SpellingCost(Bytes folded, Bytes word, uint32_t limit);

// A misspelled word of a query, folded, and the nearest word of the article so far.
struct Misspelled {
  uint8_t text[kMaxWordBytes];
  uint8_t size;
  uint8_t edits;   // that are allowed
  uint8_t cost;    // the edits to the nearest word so far; more than are allowed if there is none
  uint16_t term;   // that nearest word, or kNoTerm
  uint32_t bytes;  // the set of its bytes

  Bytes folded() const { return Bytes(text, size); }
};

// A search for the nearest words, and how far it has come.
struct SpellingWork {
  uint32_t sentence, token;  // the next ones
  uint64_t sizes;            // that a word of the article may have, one bit each; the last one: of 63 or more bytes
  uint32_t count;
  Misspelled words[kMaxMisspelled];
};

// Begins to find what the query's misspelled words stand for in an article, after FindMatches. A word that the language
// block does not know, and that has no match in the article, is taken for a misspelling of the nearest word of the
// article: within one edit for words of four or five letters, two for longer ones.
void BeginSpellings(const Language& language, const Query& query, const Matches& matches, SpellingWork* work);

// Looks for all of them in one pass over the article's tokens, which the meter counts; notes what it finds in the query
// and adds it to the matches. False if it has to go on after a pause.
bool FindSpellings(const Language& language, const Part& part, uint32_t article, Query* query, Matches* matches,
                   SpellingWork* work, Meter* meter);

// Adds to the matches of an article what FindSpellings has noted there.
void AddSpellings(const Query& query, uint32_t article, Matches* matches);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SPELLINGS_H_
