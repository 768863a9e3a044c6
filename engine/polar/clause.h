// Compares the clauses of a sentence with a yes/no question: whether verb, subject and the other words are the
// question's, and whether the sentence states that, denies it, or leaves it open. Anything not known to be harmless
// counts as doubt: a wrong "yes" is worse than none.

#ifndef PITH_ENGINE_POLAR_CLAUSE_H_
#define PITH_ENGINE_POLAR_CLAUSE_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/find/word_classes.h"
#include "engine/index/part.h"
#include "engine/rank/scan.h"

namespace pith {

struct ClauseVerdict {
  uint8_t verb;      // the token judged: a verb, or a predicate with "be"; kNoToken: none means a question word
  bool same_verb;    // that verb is of the same family as the question's word
  bool subject;      // a word of the question before the verb has the same place in the clause
  bool whole;        // the clause contains all the question's words, at full strength
  uint32_t weight;   // of the question's words in the clause, like Scan::matched_weight
  uint8_t polarity;  // PITH_YES, PITH_NO or PITH_POLARITY_NONE
};

// The clause of `scan` that says most of the question. O(tokens * (tokens + question words)) for each of at most eight
// verbs.
ClauseVerdict BestClause(const Language& language, const Part& part, const Query& query, const Scan& scan,
                         const WordClasses& classes);

}  // namespace pith

#endif  // PITH_ENGINE_POLAR_CLAUSE_H_
