// The distance in spelling between two words.

#ifndef PITH_ENGINE_LANGUAGE_SPELLING_H_
#define PITH_ENGINE_LANGUAGE_SPELLING_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

inline constexpr uint32_t kMaxSpellingBytes = 64;

// The least number of letters to insert, delete, replace or swap with their neighbor that turns `a` into `b`, or limit
// + 1 if that is more than `limit`. This is optimal string alignment over bytes, since folded words are nearly all
// ASCII. Words longer than kMaxSpellingBytes never match: limit + 1. O(size * limit): only the diagonal band within the
// limit is filled in, after E. Ukkonen, "Algorithms for approximate string matching" (1985).
uint32_t EditDistance(Bytes a, Bytes b, uint32_t limit);

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_SPELLING_H_
