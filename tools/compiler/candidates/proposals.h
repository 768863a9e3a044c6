// Candidates as they are proposed, before one is chosen for each span.

#ifndef PITH_TOOLS_COMPILER_CANDIDATES_PROPOSALS_H_
#define PITH_TOOLS_COMPILER_CANDIDATES_PROPOSALS_H_

#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/candidates/candidates.h"

namespace pith::compiler {

struct Proposal {
  Candidate candidate;
  CandidateRule rule = CandidateRule::kBase;
};

// One proposal a span, of the most specific kind and the best rule, at most kMaxSentenceCandidates, in order of text.
// Spans that differ by an article only say the same: the more specific stands, else the longer.
void Settle(const Sentence& sentence, std::vector<Proposal>* found);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CANDIDATES_PROPOSALS_H_
