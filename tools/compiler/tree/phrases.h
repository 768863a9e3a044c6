// Contiguous pieces of a sentence's tree that can serve as answers: a noun phrase with or without its prepositional
// phrases, a clause with or without its marker.

#ifndef PITH_TOOLS_COMPILER_TREE_PHRASES_H_
#define PITH_TOOLS_COMPILER_TREE_PHRASES_H_

#include <cstdint>
#include <vector>

#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Tokens [first, last) of one sentence; empty if first >= last.
struct TokenRange {
  int first = 0, last = 0;
  bool empty() const { return first >= last; }
};

// The parts of a phrase to keep besides its head and close modifiers; combine with `|`.
enum Take : uint32_t {
  kTakeNothing = 0,
  kTakeNominals = 1,      // "the capital of the country"
  kTakeFirstNominal = 2,  // only the first of several: "the vote on the budget", not "... in March"
  kTakeClauses = 4,       // participles and infinitives: "the people living there"
  kTakeRelatives = 8,     // "the people who live there"
  kTakeAppositions = 16,  // "the prime minister, Ana Ruiz"
  kTakeConjuncts = 32,    // "Ana, Bo and Cem"
  kTakeCase = 64,         // "in the capital", "the capital's"
};

// Whether "the town of Lota" may be the town that is called Lota. "A town of Chile", "the largest town of Chile" and
// "Lima is the capital city of Peru" speak of one with another name.
bool MayBearNameAfterOf(const Tree& tree, int kind);

// Cuts phrases from one tree, which must outlive it. Each call costs O(size of the subtree). The phrase of a token
// outside the sentence is empty.
class Phrases {
 public:
  explicit Phrases(const Tree& tree) : tree_(tree), kept_(static_cast<size_t>(tree.size())) {}

  // The contiguous run of words around `head` that belong to its phrase (noun, adjective or number).
  TokenRange Nominal(int head, uint32_t take);
  // The clause of `head`, from its marker to its last word, subject included. Without `conjuncts`, clauses coordinated
  // with it are left out.
  TokenRange Clause(int head, bool conjuncts);
  // The clause from its predicate on: "take measures" in "that they would take measures".
  TokenRange Predicate(int head, bool conjuncts);
  // `range` without punctuation at its edges, unless a bracket or quotation mark has its partner inside.
  TokenRange Trim(TokenRange range) const;
  // `range` without leading markers and conjunctions ("because", "that", "in order to").
  TokenRange WithoutMarker(TokenRange range, int head) const;
  // The first token of the range whose head lies outside it.
  int HeadOf(TokenRange range) const;

 private:
  bool Takes(int child, int parent, int head, uint32_t take) const;
  TokenRange RunAround(int head) const;

  const Tree& tree_;
  std::vector<char> kept_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_TREE_PHRASES_H_
