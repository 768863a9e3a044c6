#include "engine/rank/weekdays.h"

namespace pith {

namespace {

bool EndsInDay(Bytes word) {
  const uint64_t at = word.size() - 3;
  return (word.U8(at) | 0x20) == 'd' && (word.U8(at + 1) | 0x20) == 'a' && (word.U8(at + 2) | 0x20) == 'y';
}

// Whether a word that begins as a day does is that day cut short, as "Mon", "Tues." and "Thurs" are. Only with a
// capital, because "sun", "sat" and "wed" are other words.
bool IsCut(Bytes word, uint32_t day) {
  static constexpr char kTails[7][3] = {"", "s", "", "rs", "", "", ""};
  if (word.U8(0) >= 'a') return false;
  const uint64_t end = word.U8(word.size() - 1) == '.' ? word.size() - 1 : word.size();
  for (uint64_t i = 3; i < end; ++i) {
    if (i - 3 >= 2 || kTails[day][i - 3] == 0 || (word.U8(i) | 0x20) != kTails[day][i - 3]) return false;
  }
  return true;
}

}  // namespace

uint32_t WeekdayOf(Bytes word) {
  static constexpr char kDays[] = "montuewedthufrisatsun";
  static constexpr uint8_t kSizes[] = {6, 7, 9, 8, 6, 8, 6};
  for (uint32_t day = 0; day < 7; ++day) {
    const uint64_t size =
        word.size() == kSizes[day] + 1u && (word.U8(word.size() - 1) | 0x20) == 's' ? kSizes[day] : word.size();
    bool same = size >= 3 && size <= kSizes[day];
    for (uint32_t i = 0; i < 3 && same; ++i) same = (word.U8(i) | 0x20) == kDays[3 * day + i];
    if (same && (size == kSizes[day] ? EndsInDay(word.Sub(0, size)) : IsCut(word, day))) return day;
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
