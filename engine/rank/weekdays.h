// The days of the week. Their names are English, as in engine/find/question.h.

#ifndef PITH_ENGINE_RANK_WEEKDAYS_H_
#define PITH_ENGINE_RANK_WEEKDAYS_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/format/bytes.h"

namespace pith {

// 0 for Monday to 6 for Sunday, written out, as "Mondays", or cut short ("Mon."); kNoWeekday for other words.
inline constexpr uint32_t kNoWeekday = 7;
uint32_t WeekdayOf(Bytes word);

// Whether the query names one. O(words).
bool NamesWeekday(const Query& query);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_WEEKDAYS_H_
