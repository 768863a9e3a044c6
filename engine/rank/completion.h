// The whole of an answer of which ranking and reading found a part: all of a list, all steps of an instruction, and
// what a definition says of its noun.

#ifndef PITH_ENGINE_RANK_COMPLETION_H_
#define PITH_ENGINE_RANK_COMPLETION_H_

#include "engine/rank/candidates.h"
#include "engine/rank/ranking.h"

namespace pith {

// Lengthens an answer that is the first of several things joined in its sentence to all of them ("a torch" to "a torch,
// a blanket and food"), if the question may ask for several and names none of the others; one that is the first or last
// of several steps to all steps; and the noun that says what a thing is to its clauses ("the man" to "the man who
// tapped the roof"). *answer is a candidate of the ranking; its claim and its score stay those of the part. What covers
// more than the candidate has neither its value nor its entity. O(tokens * depth of the tree), and the words of the
// question looked up in the article.
void CompleteAnswer(const OpenedIndex& index, const Ranking& ranking, CandidateWork* work, ScoredCandidate* answer);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_COMPLETION_H_
