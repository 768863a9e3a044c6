// Finds the best tree over a sentence's words, given a score for each pair of word and head.

#ifndef PITH_TOOLS_COMPILER_MODELS_SPANNING_TREE_H_
#define PITH_TOOLS_COMPILER_MODELS_SPANNING_TREE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pith::compiler {

// Scores of arcs: At(dependent, head) over nodes 0 (the root) to size - 1 (words).
struct ArcScores {
  explicit ArcScores(size_t nodes) : size(nodes), all(nodes * nodes) {}
  int64_t& At(size_t dependent, size_t head) { return all[dependent * size + head]; }
  int64_t At(size_t dependent, size_t head) const { return all[dependent * size + head]; }

  size_t size;
  std::vector<int64_t> all;
};

// The head of each node (0 for node 0) in the tree with the largest sum of scores, among trees in which exactly one
// word is attached to node 0. Ties go to the lower number. Finds the maximum spanning arborescence by contracting
// cycles (Chu and Liu 1965, Edmonds 1967), then chooses as the single root the word that loses least by it, which is
// exact except in rare cases. O(size^2), and O(size^3) at worst where most scores are equal. |scores| < 2^40.
std::vector<size_t> BestTree(const ArcScores& scores);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_SPANNING_TREE_H_
