// What the whole engine needs of order: binary search, keeping the best few of the items offered, and paging through
// the rest. The standard library's versions need iterators, which tables decoded as they are read do not have.

#ifndef PITH_ENGINE_FORMAT_ORDER_H_
#define PITH_ENGINE_FORMAT_ORDER_H_

#include <algorithm>
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

// Sorts an array. std::sort needs more of the compiler's library than a Cortex-M0 without a run-time has.
template <typename T, typename Before>
void HeapSort(T* begin, T* end, Before before) {
  std::make_heap(begin, end, before);
  std::sort_heap(begin, end, before);
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

// The best of the items offered, in order, of those that come after `*after` (null: of all). An array of fixed size,
// owned by the caller. T's operator< is a total order, best first.
template <typename T>
struct BestOf {
  T* all;
  uint32_t capacity;
  uint32_t count = 0;
  const T* after = nullptr;

  // False if no item that comes later in the order could be kept either. O(capacity).
  bool Offer(const T& item) {
    if (after != nullptr && !(*after < item)) return true;
    return KeepBest(item, capacity, all, &count, [](const T& a, const T& b) { return b < a; });
  }
};

// Moves item `from` up to place `to`.
template <typename T>
void MoveUp(uint32_t from, uint32_t to, T* all) {
  const T item = all[from];
  for (uint32_t i = from; i > to; --i) all[i] = all[i - 1];
  all[to] = item;
}

// Fills all[0, capacity) with the best items but for the best `*skip`, and returns their number; `*skip` becomes the
// number still to be skipped, if there are too few. `all` has room for `room` items: at least `capacity`, and at least
// one. `find(&best)` offers every item to a BestOf<T>; it is called once, and once more for each `room` items skipped,
// so nothing limits how far one can page.
template <typename T, typename Find>
uint32_t FillPage(uint32_t* skip, uint32_t capacity, uint32_t room, T* all, Find find) {
  T last = {};
  const T* after = nullptr;
  while (*skip != 0) {
    BestOf<T> best = {all, *skip < room ? *skip : room, 0, after};
    find(&best);
    *skip -= best.count;
    if (best.count < best.capacity) return 0;
    last = all[best.count - 1];
    after = &last;
  }
  BestOf<T> best = {all, capacity, 0, after};
  find(&best);
  return best.count;
}

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_ORDER_H_
