#include "tools/compiler/models/spanning_tree.h"

#include <algorithm>

namespace pith::compiler {
namespace {

constexpr int64_t kForbidden = -(int64_t{1} << 50);

// The best head of each node except node 0, regardless of the others' heads.
std::vector<size_t> BestHeads(const ArcScores& scores) {
  std::vector<size_t> heads(scores.size, 0);
  for (size_t i = 1; i < scores.size; ++i) {
    const auto row = scores.all.begin() + static_cast<ptrdiff_t>(i * scores.size);
    heads[i] = static_cast<size_t>(std::max_element(row, row + static_cast<ptrdiff_t>(scores.size)) - row);
  }
  return heads;
}

// The nodes of one cycle; empty if there is none.
std::vector<size_t> FindCycle(const std::vector<size_t>& heads) {
  std::vector<size_t> seen_from(heads.size(), 0);
  for (size_t start = 1; start < heads.size(); ++start) {
    size_t at = start;
    while (at != 0 && seen_from[at] == 0) {
      seen_from[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen_from[at] != start) continue;
    std::vector<size_t> cycle = {at};
    for (size_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// Each level contracts a cycle of two or more nodes into one, so there are at most `size` levels.
std::vector<size_t> Arborescence(const ArcScores& scores) {
  std::vector<size_t> heads = BestHeads(scores);
  const std::vector<size_t> cycle = FindCycle(heads);
  if (cycle.empty()) return heads;
  std::vector<bool> in_cycle(scores.size, false);
  for (const size_t i : cycle) in_cycle[i] = true;
  std::vector<size_t> rest;
  for (size_t i = 0; i < scores.size; ++i) {
    if (!in_cycle[i]) rest.push_back(i);
  }
  // The cycle becomes the last node of a smaller problem. Whichever arc enters it breaks one of its arcs and pays for
  // that.
  const size_t whole = rest.size();
  ArcScores smaller(whole + 1);
  std::vector<size_t> leaves_by(whole), enters_at(whole);
  for (size_t x = 0; x < whole; ++x) {
    for (size_t y = 0; y < whole; ++y) smaller.At(x, y) = scores.At(rest[x], rest[y]);
    leaves_by[x] = enters_at[x] = cycle[0];
    const auto gain = [&](size_t i) { return scores.At(i, rest[x]) - scores.At(i, heads[i]); };
    for (const size_t i : cycle) {
      if (scores.At(rest[x], i) > scores.At(rest[x], leaves_by[x])) leaves_by[x] = i;
      if (gain(i) > gain(enters_at[x])) enters_at[x] = i;
    }
    smaller.At(x, whole) = scores.At(rest[x], leaves_by[x]);
    smaller.At(whole, x) = gain(enters_at[x]);
  }
  smaller.At(whole, whole) = kForbidden;
  const std::vector<size_t> found = Arborescence(smaller);
  for (size_t x = 1; x < whole; ++x) heads[rest[x]] = found[x] == whole ? leaves_by[x] : rest[found[x]];
  heads[enters_at[found[whole]]] = rest[found[whole]];
  return heads;
}

}  // namespace

std::vector<size_t> BestTree(const ArcScores& scores) {
  if (scores.size < 2) return std::vector<size_t>(scores.size, 0);
  ArcScores own = scores;
  for (size_t i = 0; i < own.size; ++i) own.At(i, i) = kForbidden;
  std::vector<size_t> heads = Arborescence(own);
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
  return Arborescence(own);
}

}  // namespace pith::compiler
