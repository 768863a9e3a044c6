#include "tools/compiler/models/spanning_tree.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pith::compiler {
namespace {

constexpr int64_t kForbidden = -(int64_t{1} << 50);

// The nodes of one cycle; empty if there is none. `nodes` begins with the root.
std::vector<size_t> FindCycle(const std::vector<size_t>& nodes, const std::vector<size_t>& heads) {
  std::vector<size_t> seen_from(heads.size(), 0);
  for (size_t k = 1; k < nodes.size(); ++k) {
    size_t at = nodes[k];
    while (at != 0 && seen_from[at] == 0) {
      seen_from[at] = k;
      at = heads[at];
    }
    if (at == 0 || seen_from[at] != k) continue;
    std::vector<size_t> cycle = {at};
    for (size_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// Contracts cycles of best heads, one after another, in one matrix: what a cycle becomes takes the row and column of
// the cycle's first node. Only what a cycle changes is computed anew, so all contractions together cost O(size^2).
class Contraction {
 public:
  explicit Contraction(ArcScores scores)
      : scores_(std::move(scores)), nodes_(scores_.size), heads_(scores_.size), equals_(scores_.size) {
    std::iota(nodes_.begin(), nodes_.end(), size_t{0});
    for (size_t i = 1; i < scores_.size; ++i) FindBest(i);
  }

  std::vector<size_t> Run() {
    std::vector<size_t> cycle;
    while (!(cycle = FindCycle(nodes_, heads_)).empty()) Contract(std::move(cycle));
    while (!levels_.empty()) Expand();
    return std::move(heads_);
  }

 private:
  // What one contraction replaced.
  struct Level {
    std::vector<size_t> cycle, cycle_heads;  // the first of the cycle stands for the whole
    std::vector<uint32_t> leaves_by;         // per node outside: the node of the cycle that is its best head there
    std::vector<uint32_t> enters_at;         // per node outside: the node of the cycle that it is the best head of
  };

  // The best head of a node is the first of its best ones in the order of nodes_.
  void FindBest(size_t node) {
    int64_t most = INT64_MIN;
    for (const size_t head : nodes_) {
      const int64_t score = scores_.At(node, head);
      if (score > most) {
        most = score;
        heads_[node] = head;
        equals_[node] = 0;
      }
      equals_[node] += score == most;
    }
  }

  // Whichever arc enters the cycle breaks one of its arcs and pays for that.
  void Contract(std::vector<size_t> cycle) {
    Level level{std::move(cycle), {}, std::vector<uint32_t>(scores_.size), std::vector<uint32_t>(scores_.size)};
    const size_t whole = level.cycle.front();
    std::vector<char> in_cycle(scores_.size);
    for (const size_t i : level.cycle) {
      level.cycle_heads.push_back(heads_[i]);
      in_cycle[i] = 1;
    }
    nodes_.erase(std::remove_if(nodes_.begin(), nodes_.end(), [&](size_t i) { return in_cycle[i] != 0; }),
                 nodes_.end());
    std::vector<int64_t> entries(nodes_.size());
    for (size_t k = 0; k < nodes_.size(); ++k) entries[k] = Enter(nodes_[k], &level);
    std::vector<size_t> ties;
    for (const size_t x : nodes_) {
      if (x != 0 && !Leave(x, &level)) ties.push_back(x);
    }
    for (size_t k = 0; k < nodes_.size(); ++k) scores_.At(whole, nodes_[k]) = entries[k];
    scores_.At(whole, whole) = kForbidden;
    nodes_.push_back(whole);
    FindBest(whole);
    for (const size_t x : ties) FindBest(x);
    levels_.push_back(std::move(level));
  }

  // The gain by the best arc from `x` into the cycle.
  int64_t Enter(size_t x, Level* level) const {
    int64_t most = INT64_MIN;
    for (size_t k = 0; k < level->cycle.size(); ++k) {
      const size_t i = level->cycle[k];
      const int64_t gain = scores_.At(i, x) - scores_.At(i, level->cycle_heads[k]);
      if (gain <= most) continue;
      most = gain;
      level->enters_at[x] = static_cast<uint32_t>(i);
    }
    return most;
  }

  // Sets the score of the whole cycle as the head of `x`. False if the best head of `x` must be found anew.
  bool Leave(size_t x, Level* level) {
    const int64_t best = scores_.At(x, heads_[x]);
    int64_t most = INT64_MIN;
    size_t equals = 0;  // the nodes of the cycle that are best heads of x
    for (const size_t i : level->cycle) {
      const int64_t score = scores_.At(x, i);
      equals += score == best;
      if (score <= most) continue;
      most = score;
      level->leaves_by[x] = static_cast<uint32_t>(i);
    }
    scores_.At(x, level->cycle.front()) = most;
    if (equals == 0) return true;
    equals_[x] -= equals - 1;
    heads_[x] = level->cycle.front();
    return equals_[x] == 1;
  }

  void Expand() {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    const size_t whole = level.cycle.front(), from = heads_[whole];
    for (size_t x = 1; x < heads_.size(); ++x) {
      if (heads_[x] == whole) heads_[x] = level.leaves_by[x];
    }
    for (size_t k = 0; k < level.cycle.size(); ++k) heads_[level.cycle[k]] = level.cycle_heads[k];
    heads_[level.enters_at[from]] = from;
  }

  ArcScores scores_;
  std::vector<size_t> nodes_;   // what is not contracted, in order; a contracted cycle comes last
  std::vector<size_t> heads_;   // the best head of each node, regardless of the others' heads
  std::vector<size_t> equals_;  // the number of heads that are as good
  std::vector<Level> levels_;
};

}  // namespace

std::vector<size_t> BestTree(const ArcScores& scores) {
  if (scores.size < 2) return std::vector<size_t>(scores.size, 0);
  ArcScores own = scores;
  for (size_t i = 0; i < own.size; ++i) own.At(i, i) = kForbidden;
  std::vector<size_t> heads = Contraction(own).Run();
  if (std::count(heads.begin() + 1, heads.end(), size_t{0}) == 1) return heads;
  size_t root = 0;
  int64_t least_loss = 0;
  for (size_t i = 1; i < own.size; ++i) {
    if (heads[i] != 0) continue;
    int64_t other = kForbidden;
    for (size_t h = 1; h < own.size; ++h) other = std::max(other, own.At(i, h));
    const int64_t loss = other - own.At(i, 0);
    if (root == 0 || loss < least_loss) {
      root = i;
      least_loss = loss;
    }
  }
  for (size_t i = 1; i < own.size; ++i) {
    if (i != root) own.At(i, 0) = kForbidden;
  }
  for (size_t h = 1; h < own.size; ++h) own.At(root, h) = kForbidden;
  return Contraction(std::move(own)).Run();
}

}  // namespace pith::compiler
