#include "engine/language/spelling.h"

#include <cstring>

namespace pith {

uint32_t EditDistance(Bytes a, Bytes b, uint32_t limit) {
  const uint32_t beyond = limit + 1;
  if (a.size() > kMaxSpellingBytes || b.size() > kMaxSpellingBytes) return beyond;
  const uint32_t rows = static_cast<uint32_t>(a.size()), columns = static_cast<uint32_t>(b.size());
  if ((rows > columns ? rows - columns : columns - rows) > limit) return beyond;
  if (limit > kMaxSpellingBytes) limit = kMaxSpellingBytes;

  // Rows i - 2, i - 1 and i of the table of distances between prefixes. Outside the band, values are too large to
  // matter.
  uint8_t table[3][kMaxSpellingBytes + 1];
  const uint8_t far = static_cast<uint8_t>(limit + 1);
  for (uint32_t j = 0; j <= columns; ++j) table[0][j] = static_cast<uint8_t>(j < far ? j : far);
  memset(table[1], far, sizeof(table[1]));
  memset(table[2], far, sizeof(table[2]));
  for (uint32_t i = 1; i <= rows; ++i) {
    const uint8_t* before = table[(i - 1) % 3];
    const uint8_t* before_that = table[(i + 1) % 3];
    uint8_t* row = table[i % 3];
    const uint32_t first = i > limit ? i - limit : 1;
    const uint32_t last = i + limit < columns ? i + limit : columns;
    row[first - 1] = static_cast<uint8_t>(first == 1 && i < far ? i : far);
    uint8_t least = row[first - 1];
    for (uint32_t j = first; j <= last; ++j) {
      uint32_t best = before[j - 1] + (a.U8(i - 1) == b.U8(j - 1) ? 0u : 1u);
      if (before[j] + 1u < best) best = before[j] + 1u;
      if (row[j - 1] + 1u < best) best = row[j - 1] + 1u;
      if (i > 1 && j > 1 && a.U8(i - 1) == b.U8(j - 2) && a.U8(i - 2) == b.U8(j - 1) &&
          before_that[j - 2] + 1u < best) {
        best = before_that[j - 2] + 1u;
      }
      row[j] = static_cast<uint8_t>(best < far ? best : far);
      if (row[j] < least) least = row[j];
    }
    if (last < columns) row[last + 1] = far;
    if (least == far) return beyond;
  }
  const uint32_t distance = table[rows % 3][columns];
  return distance > limit ? beyond : distance;
}

}  // namespace pith
