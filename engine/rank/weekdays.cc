#include "engine/rank/weekdays.h"

namespace pith {
namespace {

// Whether `word` is a day's name, with or without an "s", or with a capital its first three letters, or more in "Tues."
// and "Thurs". "Sun", "sat" and "wed" are other words, and so is "Frida".
bool IsDay(Bytes word, const char* name, uint32_t size) {
  uint32_t same = 0;
  while (same < size && (word.U8(same) | 0x20) == name[same]) ++same;
  const uint64_t rest = word.size() - same;
  if (same == size) return rest == 0 || (rest == 1 && (word.U8(same) | 0x20) == 's');
  return (same == 3 || (same > 3 && same <= 5 && name[0] == 't')) && word.U8(0) < 'a' &&
         (rest == 0 || (rest == 1 && word.U8(same) == '.'));
}

}  // namespace

uint32_t WeekdayOf(Bytes word) {
  static constexpr char kNames[] = "mondaytuesdaywednesdaythursdayfridaysaturdaysunday";
  static constexpr uint8_t kSizes[] = {6, 7, 9, 8, 6, 8, 6};
  const char* name = kNames;
  for (uint32_t day = 0; day < 7; name += kSizes[day++]) {
    if (IsDay(word, name, kSizes[day])) return day;
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
