// The work space that calls borrow from their caller.

#ifndef PITH_ENGINE_INDEX_WORK_H_
#define PITH_ENGINE_INDEX_WORK_H_

#include <cstdint>
#include <type_traits>

#include "engine/index/index.h"
#include "pith/pith.h"

namespace pith {

// The two values of pith_work_size: enough for any call on an index without a reader, and on any index.
inline constexpr uint64_t kPlainWorkBytes = 16384;
inline constexpr uint64_t kWorkBytes = 65536;
static_assert(kWorkBytes <= PITH_WORK_BYTES, "the public header promises an upper bound");

// The bytes that calls on an index need.
inline uint64_t WorkBytesFor(const OpenedIndex& index) {
  return index.language.Section(kSectionNetwork).empty() ? kPlainWorkBytes : kWorkBytes;
}

// The caller's space as a Work, with whatever contents it had; null if it is too small or not aligned. If a Work is
// larger than the space that the index asks for, only its beginning may be touched.
template <typename Work>
Work* BorrowWork(const OpenedIndex& index, void* space, uint64_t size) {
  static_assert(sizeof(Work) <= kWorkBytes && alignof(Work) <= 8, "more than is asked of the caller");
  static_assert(std::is_trivially_copyable<Work>::value, "plain data only");
  if (space == nullptr || size < WorkBytesFor(index) || reinterpret_cast<uintptr_t>(space) % 8 != 0) return nullptr;
  return static_cast<Work*>(space);
}

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_WORK_H_
