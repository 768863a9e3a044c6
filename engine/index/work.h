// The work space that calls borrow from their caller.

#ifndef PITH_ENGINE_INDEX_WORK_H_
#define PITH_ENGINE_INDEX_WORK_H_

#include <cstdint>
#include <type_traits>

#include "engine/index/index.h"
#include "pith/pith.h"

namespace pith {

// What pith_work_size answers: enough for any call on an index without a reader, and on any index.
inline constexpr uint64_t kPlainWorkBytes = 16384;
inline constexpr uint64_t kWorkBytes = 65536;
static_assert(kWorkBytes <= PITH_WORK_BYTES, "the public header promises an upper bound");

// What calls on an index need.
inline uint64_t WorkBytesFor(const OpenedIndex& index) {
  return index.language.Section(kSectionNetwork).empty() ? kPlainWorkBytes : kWorkBytes;
}

// The caller's space as a Work, whose contents are whatever they were; null where it is too small or not aligned. Of a
// Work that is larger than the index asks for, only the beginning may be touched.
template <typename Work>
Work* BorrowWork(const OpenedIndex& index, void* space, uint64_t size) {
  static_assert(sizeof(Work) <= kWorkBytes && alignof(Work) <= 8, "more than is asked of the caller");
  static_assert(std::is_trivially_copyable<Work>::value, "plain data only");
  if (space == nullptr || size < WorkBytesFor(index) || reinterpret_cast<uintptr_t>(space) % 8 != 0) return nullptr;
  return static_cast<Work*>(space);
}

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_WORK_H_
