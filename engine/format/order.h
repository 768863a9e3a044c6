// Two things that are done to short ordered arrays all over the engine: a binary search, and keeping the best few of
// what is offered. The standard library's work on iterators; tables that are decoded as they are read have none.

#ifndef PITH_ENGINE_FORMAT_ORDER_H_
#define PITH_ENGINE_FORMAT_ORDER_H_

#include <cstdint>

namespace pith {

// The first number of [begin, end) for which `before` is false, given that it is true of none after that; `end` where
// there is none. O(log(end - begin)) calls.
template <typename Before>
uint32_t PartitionPoint(uint32_t begin, uint32_t end, Before before) {
  while (begin < end) {
    const uint32_t middle = begin + (end - begin) / 2;
    if (before(middle)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

// Makes room for an item in all[0, *count), best first, and returns where it goes; kNoRoom where `capacity` better ones
// are there. `worse(i)`: whether all[i] is worse than the item; of equals the earlier one stays first.
// `move(from, to)`: all[to] = all[from]. O(capacity).
inline constexpr uint32_t kNoRoom = 0xFFFFFFFF;
template <typename Worse, typename Move>
uint32_t MakeRoom(uint32_t capacity, uint32_t* count, Worse worse, Move move) {
  if (capacity == 0 || (*count == capacity && !worse(capacity - 1))) return kNoRoom;
  uint32_t at = *count < capacity ? (*count)++ : capacity - 1;
  for (; at > 0 && worse(at - 1); --at) move(at - 1, at);
  return at;
}

// Keeps an item among the best of all[0, *count), as MakeRoom does. Whether it was kept.
template <typename T, typename Worse>
bool KeepBest(const T& item, uint32_t capacity, T* all, uint32_t* count, Worse worse) {
  const uint32_t at = MakeRoom(
      capacity, count, [&](uint32_t i) { return worse(all[i], item); },
      [&](uint32_t from, uint32_t to) { all[to] = all[from]; });
  if (at == kNoRoom) return false;
  all[at] = item;
  return true;
}

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_ORDER_H_
