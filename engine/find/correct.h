// Words that nobody wrote: what a reader may have meant by a word that stands in none of an index's articles.

#ifndef PITH_ENGINE_FIND_CORRECT_H_
#define PITH_ENGINE_FIND_CORRECT_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/index/index.h"

namespace pith {

inline constexpr uint32_t kLeastSpelled = 3;  // bytes of a folded word that may be meant

// Looks for what word `number` of the query means if it is a content word that neither the language block knows nor an
// article of the index has, and sets QueryWord::meant: to the nearest word in spelling, of several the one that stands
// in the most articles. Returns the words of the index that it has looked at: at most all that begin with the same
// letter, and some 54 for each letter of the word.
uint32_t CorrectWord(const OpenedIndex& index, uint32_t number, Query* query);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_CORRECT_H_
