// What a reader of one sentence has to know from elsewhere: who "she" or "the boat" is.

#ifndef PITH_ENGINE_API_ANSWER_CONTEXT_H_
#define PITH_ENGINE_API_ANSWER_CONTEXT_H_

#include <cstdint>

#include "engine/index/part.h"

namespace pith {

// Writes the sentences (from 0, in reading order) that sentence `sentence` cannot be understood without to `out`, which
// has room for PITH_MAX_CONTEXT, and returns their number: where the person or thing behind its first pronoun or
// description is last named, if not in the sentence itself, and the sentence that it leans on ("This surprised many.").
// O(candidates of the sentence * log mentions).
uint32_t ContextOf(const Part& part, uint32_t sentence, uint32_t* out);

}  // namespace pith

#endif  // PITH_ENGINE_API_ANSWER_CONTEXT_H_
