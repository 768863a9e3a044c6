// Little-endian numbers at the end of a string of bytes.

#ifndef PITH_TOOLS_LANGUAGE_BLOCKS_H_
#define PITH_TOOLS_LANGUAGE_BLOCKS_H_

#include <cstdint>
#include <string>

namespace pith::model {

inline void PutNumber(std::string* out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out->push_back(static_cast<char>(value >> (8 * i)));
}
inline void PutU8(std::string* out, uint64_t value) { PutNumber(out, value, 1); }
inline void PutU16(std::string* out, uint64_t value) { PutNumber(out, value, 2); }
inline void PutU32(std::string* out, uint64_t value) { PutNumber(out, value, 4); }
inline void PutU64(std::string* out, uint64_t value) { PutNumber(out, value, 8); }

// `text` and zeros up to `bytes`.
inline void PutPadded(std::string* out, const std::string& text, size_t bytes) {
  *out += text;
  out->append(bytes - text.size(), '\0');
}

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_BLOCKS_H_
