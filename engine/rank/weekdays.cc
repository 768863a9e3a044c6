#include "engine/rank/weekdays.h"

namespace pith {

uint32_t WeekdayOf(Bytes word) {
  static constexpr char kDays[] = "montuewedthufrisatsun";
  static constexpr uint8_t kSizes[] = {6, 7, 9, 8, 6, 8, 6};
  for (uint32_t day = 0; day < 7; ++day) {
    const uint64_t size =
        word.size() == kSizes[day] + 1u && (word.U8(word.size() - 1) | 0x20) == 's' ? kSizes[day] : word.size();
    bool same = size >= 3 && size <= kSizes[day];
    for (uint32_t i = 0; i < 3 && same; ++i) same = (word.U8(i) | 0x20) == kDays[3 * day + i];
    const bool whole = size == kSizes[day] && (word.U8(size - 3) | 0x20) == 'd';
    if (same && (whole || size <= 4)) return day;
  }
  return kNoWeekday;
}

bool NamesWeekday(const Query& query) {
  for (uint32_t i = 0; i < query.count; ++i) {
    const QueryWord& word = query.words[i];
    if (WeekdayOf(query.text.Sub(word.begin, word.end - word.begin)) != kNoWeekday) return true;
  }
  return false;
}

}  // namespace pith
