// Two operations on short ordered arrays that the whole engine needs: binary search, and keeping the best few items of
// those offered. The standard library's versions need iterators, which tables decoded as they are read do not have.

#ifndef PITH_ENGINE_FORMAT_ORDER_H_
#define PITH_ENGINE_FORMAT_ORDER_H_

#include <cstdint>

namespace pith {

// The first number of [begin, end) for which `before` is false, or `end`. `before` must be false for every number after
// that one. O(log(end - begin)) calls.
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

// Makes room for an item in all[0, *count), which is ordered best first, and returns its place; kNoRoom if the array
// already holds `capacity` items that are no worse. `worse(i)`: whether all[i] is worse than the item; among equals,
// earlier ones stay first. `move(from, to)`: all[to] = all[from]. O(capacity).
inline constexpr uint32_t kNoRoom = 0xFFFFFFFF;
template <typename Worse, typename Move>
uint32_t MakeRoom(uint32_t capacity, uint32_t* count, Worse worse, Move move) {
  if (capacity == 0 || (*count == capacity && !worse(capacity - 1))) return kNoRoom;
  uint32_t at = *count < capacity ? (*count)++ : capacity - 1;
  for (; at > 0 && worse(at - 1); --at) move(at - 1, at);
  return at;
}

// Adds an item to all[0, *count) if it is among the best, as MakeRoom decides. Returns whether it was kept.
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
