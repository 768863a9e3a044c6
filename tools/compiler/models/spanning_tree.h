// The best tree over a sentence's words from a score for each pair of word and head.

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

// The head of each node (that of node 0 is 0) in the tree of the largest sum of scores among those in which exactly
// one word hangs on node 0. Ties go to the lower number. Maximum spanning arborescence by contracting cycles (Chu and
// Liu 1965, Edmonds 1967); the single root by choosing the word that loses least for being it, which is exact but for
// rare cases. O(size^2) where the best heads have no cycle, O(size^3) at worst. |scores| < 2^40.
std::vector<size_t> BestTree(const ArcScores& scores);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_SPANNING_TREE_H_
