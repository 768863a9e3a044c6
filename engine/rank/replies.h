// A text that asks and answers itself, as pages of questions do: "When does the museum close? At six." The reply says
// little without its question, so the words of that count as its own.

#ifndef PITH_ENGINE_RANK_REPLIES_H_
#define PITH_ENGINE_RANK_REPLIES_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

// Bits of the query's words in the question to which a sentence replies; 0 if it replies to none. O(matches * log
// postings).
uint64_t RepliedWords(const Part& part, const Matches& matches, uint32_t sentence);

// Whether a sentence replies to the very question: the one before it begins with the same word (and with "how" the same
// two), and has with the sentence all content words of the query; `words`: those of both, one bit each. O(words).
bool RepliesTo(const Language& language, const Part& part, const Query& query, uint64_t words, uint32_t sentence);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_REPLIES_H_
