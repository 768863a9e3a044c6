// What forbids a candidate as an answer, whatever the learned weights say: rules for what is too rare in the training
// data, where people ask about what the article states.

#ifndef PITH_ENGINE_RANK_REFUSALS_H_
#define PITH_ENGINE_RANK_REFUSALS_H_

#include "engine/rank/features.h"

namespace pith {

// Whether a candidate is no answer to the question because the text denies, plans, supposes or asks what is asked, is
// about another year, says the opposite ("opened" for "who closed"), or because a thing of its kind never answers such
// a question. O(tokens * words of the question).
bool IsRefused(const SentenceContext& c, const CandidateRecord& candidate);

// "not", "never", "no". One look-up of a word.
bool IsNegation(const SentenceContext& c, uint32_t token);

// "Do not rub the eye": whether a word before token `end` negates the verb. O(tokens), with a look-up for each child.
bool IsNegatedBefore(const SentenceContext& c, uint32_t verb, uint32_t end);

// Whether token `t` of a sentence, a verb or a modifier, excludes a word of the question, from word `from` on, that the
// sentence does not say: its opposite, another dimension or another harm. `even_related`: words count that the block
// calls related too, as "injure" is to "kill". O(words of the question), and O(matches) for one that it excludes.
bool IsOpposite(const Language& language, const Part& part, const Query& query, const Scan& scan, uint32_t t,
                bool even_related = false, uint32_t from = 0);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_REFUSALS_H_
