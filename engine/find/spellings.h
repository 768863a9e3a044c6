// The words of an article that a query's misspelled words stand for: the nearest in spelling.

#ifndef PITH_ENGINE_FIND_SPELLINGS_H_
#define PITH_ENGINE_FIND_SPELLINGS_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

// The number of edits that a reader would forgive in a word of this many letters: none below four, one below six, two.
inline uint32_t AllowedEdits(uint64_t letters) { return letters < 4 ? 0 : letters < 6 ? 1 : 2; }

// What a misspelling costs beyond its edits: one if it begins with another letter, which people seldom get wrong;
// kNotMisspelled if the digits differ, which are never misspelled: "1960" is another year than "1950". O(bytes).
inline constexpr uint32_t kNotMisspelled = 255;
uint32_t SpellingPenalty(Bytes folded, Bytes word);

// How far `folded` is from being a misspelling of `word`: the edits between them and the penalty; limit + 1 if that is
// more than `limit`, which is less than kNotMisspelled. O(EditDistance).
uint32_t SpellingCost(Bytes folded, Bytes word, uint32_t limit);

// Bytes of the text of an article by itself from which on its index lists its words (SPEL): to look through all of the
// text for those of a question takes long.
inline constexpr uint32_t kLongText = 1u << 18;

// A misspelled word of a query, folded, and the nearest word of the article so far.
struct Misspelled {
  uint8_t text[kMaxWordBytes];
  uint8_t size;
  uint8_t cost;    // the edits to the nearest word so far; if there is none, those that are allowed
  uint16_t term;   // that nearest word, or kNoTerm
  uint32_t bytes;  // the set of its bytes

  Bytes folded() const { return Bytes(text, size); }
};

// A search for the nearest words, and how far it has come.
struct SpellingWork {
  uint32_t next;   // sentence, or listed word
  uint32_t token;  // the next one
  uint64_t sizes;  // that a word of the article may have, one bit each; the last one: of 63 or more bytes
  uint32_t count;
  Misspelled words[kMaxMisspelled];
};

// Begins to find what the query's misspelled words stand for in an article, after FindMatches. A word that the language
// block does not know, and that has no match in the article, is taken for a misspelling of the nearest word of the
// article: within one edit for words of four or five letters, two for longer ones. Of several that are equally near it
// is the one that the article has most often.
void BeginSpellings(const Language& language, const Query& query, const Matches& matches, SpellingWork* work);

// Looks for all of them in one pass, which the meter counts: over the words that the index lists, if they are this
// article's alone, or over its tokens. Notes what it finds in the query and adds it to the matches. False if it has to
// go on after a pause.
bool FindSpellings(const OpenedIndex& index, const Part& part, uint32_t article, Query* query, Matches* matches,
                   SpellingWork* work, Meter* meter);

// Adds to the matches of an article what FindSpellings has noted there.
void AddSpellings(const Query& query, uint32_t article, Matches* matches);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SPELLINGS_H_
