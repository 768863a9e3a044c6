// The edit distance from its definition, for comparison with the engine's bounded one.

#ifndef PITH_TESTS_SUPPORT_EDIT_DISTANCE_H_
#define PITH_TESTS_SUPPORT_EDIT_DISTANCE_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace pith::testing {

// Inserted, deleted, replaced and swapped letters, by the whole table (optimal string alignment).
inline uint32_t SlowEditDistance(const std::string& a, const std::string& b) {
  std::vector<std::vector<uint32_t>> d(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<uint32_t>(i + j);
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_EDIT_DISTANCE_H_
