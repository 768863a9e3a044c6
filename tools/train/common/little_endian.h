// Numbers as the model file stores them.

#ifndef PITH_TOOLS_TRAIN_COMMON_LITTLE_ENDIAN_H_
#define PITH_TOOLS_TRAIN_COMMON_LITTLE_ENDIAN_H_

#include <cstdint>
#include <string>

namespace pith::compiler {

inline void AppendU16(uint16_t value, std::string* out) {
  for (int i = 0; i < 2; ++i) out->push_back(static_cast<char>(value >> (8 * i)));
}
inline void AppendU32(uint32_t value, std::string* out) {
  for (int i = 0; i < 4; ++i) out->push_back(static_cast<char>(value >> (8 * i)));
}
inline void AppendU64(uint64_t value, std::string* out) {
  for (int i = 0; i < 8; ++i) out->push_back(static_cast<char>(value >> (8 * i)));
}

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_COMMON_LITTLE_ENDIAN_H_
