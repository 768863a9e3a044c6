// The work space that calls borrow from their caller.

#ifndef PITH_ENGINE_WORK_H_
#define PITH_ENGINE_WORK_H_

#include <cstdint>
#include <type_traits>

#include "pith/pith.h"

namespace pith {

// What pith_work_size answers: enough for any call on any index.
inline constexpr uint64_t kWorkBytes = 32768;
static_assert(kWorkBytes <= PITH_WORK_BYTES, "the public header promises an upper bound");

// The caller's space as a Work, whose contents are whatever they were; null where it is too small or not aligned.
template <typename Work>
Work* BorrowWork(void* space, uint64_t size) {
  static_assert(sizeof(Work) <= kWorkBytes && alignof(Work) <= 8, "more than is asked of the caller");
  static_assert(std::is_trivially_copyable<Work>::value, "plain data only");
  if (space == nullptr || size < kWorkBytes || reinterpret_cast<uintptr_t>(space) % 8 != 0) return nullptr;
  return static_cast<Work*>(space);
}

}  // namespace pith

#endif  // PITH_ENGINE_WORK_H_
