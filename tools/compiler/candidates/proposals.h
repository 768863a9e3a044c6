// Candidates as the rules propose them, before one is chosen for each span.

#ifndef PITH_TOOLS_COMPILER_CANDIDATES_PROPOSALS_H_
#define PITH_TOOLS_COMPILER_CANDIDATES_PROPOSALS_H_

#include <cstdint>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/candidates/candidates.h"
#include "tools/compiler/tree/phrases.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

struct Proposal {
  Candidate candidate;
  CandidateRule rule = CandidateRule::kBase;
};

// The proposals of one sentence, as the rules make them.
class Proposals {
 public:
  // The sentence must outlive the proposals. `number`: as Span::sentence.
  Proposals(const Sentence& sentence, uint32_t number) : tree_(sentence), phrases_(tree_), number_(number) {}
  Proposals(const Proposals&) = delete;  // phrases() refers to tree()
  Proposals& operator=(const Proposals&) = delete;

  const Tree& tree() const { return tree_; }
  Phrases& phrases() { return phrases_; }

  // Proposes the words of `range` without punctuation at its edges, unless nothing is left. `head` is the token that
  // the words hang on.
  void Add(TokenRange range, int head, CandidateKind kind, CandidateRule rule);

  std::vector<Proposal>& all() { return all_; }

 private:
  const Tree tree_;
  Phrases phrases_;
  const uint32_t number_;
  std::vector<Proposal> all_;
};

// Keeps one proposal a span, of the most specific kind and the best rule, at most kMaxSentenceCandidates, in order of
// text. Spans that differ by an article only say the same: the more specific stands, else the longer.
void Settle(const Sentence& sentence, std::vector<Proposal>* found);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CANDIDATES_PROPOSALS_H_
