// The hash FNV-1a (Fowler, Noll and Vo), a step at a time.

#ifndef PITH_ENGINE_FORMAT_FNV_H_
#define PITH_ENGINE_FORMAT_FNV_H_

#include <cstdint>

namespace pith {

// What the hashes of 32 and of 64 bits begin with.
inline constexpr uint32_t kFnvStart32 = 0x811C9DC5u;
inline constexpr uint64_t kFnvStart64 = 0xCBF29CE484222325u;

// Goes on by one byte, or by a whole word in its place.
inline uint32_t FnvStep(uint32_t hash, uint32_t word) { return (hash ^ word) * 0x01000193u; }
inline uint64_t FnvStep(uint64_t hash, uint64_t word) { return (hash ^ word) * 0x100000001B3u; }

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_FNV_H_
