// How far two words are apart in letters.

#ifndef PITH_ENGINE_LANGUAGE_SPELLING_H_
#define PITH_ENGINE_LANGUAGE_SPELLING_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

inline constexpr uint32_t kMaxSpellingBytes = 64;

// The least number of letters to insert, delete, replace or swap with their neighbour that turns `a` into `b` (optimal
// string alignment, over bytes: folded words are nearly all ASCII), or limit + 1 where that is more than `limit`. Words
// longer than kMaxSpellingBytes are never alike: limit + 1. O(size * limit): only the diagonal band within the limit is
// filled in, after E. Ukkonen, "Algorithms for approximate string matching" (1985).
uint32_t EditDistance(Bytes a, Bytes b, uint32_t limit);

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_SPELLING_H_
