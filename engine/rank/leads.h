// Sentences that say little without the one that leads them: a reply without its question ("When does the museum close?
// At six."), a row without its title ("Admission", "Adults: 12 euros"). The words of that count as their own.

#ifndef PITH_ENGINE_RANK_LEADS_H_
#define PITH_ENGINE_RANK_LEADS_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

// Bits of the query's words in the sentence that leads another (Part::LeadOf); 0 if none does. O(matches * log
// postings).
uint64_t LedWords(const Part& part, const Matches& matches, uint32_t sentence);

// Whether a sentence replies to the very question: the one before it begins with the same word (and with "how" the same
// two), and has with the sentence all content words of the query; `words`: those of both, one bit each. O(words).
bool RepliesTo(const Language& language, const Part& part, const Query& query, uint64_t words, uint32_t sentence);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_LEADS_H_
