// Words that nobody wrote: what a reader may have meant by a word that stands in none of an index's articles.

#ifndef PITH_ENGINE_FIND_CORRECT_H_
#define PITH_ENGINE_FIND_CORRECT_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/language/fold.h"

namespace pith {

inline constexpr uint32_t kLeastSpelled = 3;  // bytes of a folded word that may be meant

// What was found of a word that is being corrected. `begun` has to be false at first.
struct Correction {
  bool begun;
  uint32_t member;               // of the index, whose words are looked at
  uint32_t next;                 // of these words, or of an article's sentences
  uint32_t cost, articles, key;  // of the nearest word: how far it is, how many articles have it, its key or kNone
  uint32_t looks;                // into sentences that are left
  uint32_t size;
  uint8_t word[kMaxWordBytes];  // the nearest word, if the index lists it
};

// Looks for what word `number` of the query means if it is a content word that neither the language block knows nor an
// article of the index has, and sets QueryWord::meant: to the nearest word in spelling, of several the one that stands
// in the most articles. False if it has to go on after a pause. Reads at most all words of the index that begin with
// the same letter, and some 54 for each letter of the word.
bool CorrectWord(const OpenedIndex& index, uint32_t number, Query* query, Correction* work, Meter* meter);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_CORRECT_H_
