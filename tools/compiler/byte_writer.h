// Appends little-endian numbers and bytes, as engine/format/bytes.h reads them. The only writer of indexes, language
// blocks and model files.

#ifndef PITH_TOOLS_COMPILER_BYTE_WRITER_H_
#define PITH_TOOLS_COMPILER_BYTE_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "engine/format/bytes.h"

namespace pith::compiler {

// A view of text as bytes, and of bytes as text; what they view must outlive them.
inline Bytes AsBytes(absl::string_view text) {
  return Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size());
}
inline absl::string_view AsChars(Bytes bytes) {
  return absl::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

// Builds a string of bytes. Every call appends.
class ByteWriter {
 public:
  // Makes room for `size` more bytes: a large string that grows as it is filled takes up to twice its memory.
  ByteWriter& Reserve(size_t size) {
    bytes_.reserve(bytes_.size() + size);
    return *this;
  }
  ByteWriter& U8(uint8_t value) { return Number(value, 1); }
  ByteWriter& U16(uint16_t value) { return Number(value, 2); }
  ByteWriter& U32(uint32_t value) { return Number(value, 4); }
  ByteWriter& U64(uint64_t value) { return Number(value, 8); }
  ByteWriter& Raw(absl::string_view bytes) {
    bytes_.append(bytes.data(), bytes.size());
    return *this;
  }
  // Appends `bytes`, then zeros up to a total of `size`, which must be at least bytes.size().
  ByteWriter& Padded(absl::string_view bytes, size_t size) {
    Raw(bytes);
    bytes_.append(size - bytes.size(), '\0');
    return *this;
  }
  // Appends zeros up to the next multiple of `alignment`.
  ByteWriter& Align(size_t alignment) {
    bytes_.resize((bytes_.size() + alignment - 1) / alignment * alignment);
    return *this;
  }

  size_t size() const { return bytes_.size(); }
  const std::string& bytes() const { return bytes_; }
  std::string Take() { return std::move(bytes_); }

 private:
  ByteWriter& Number(uint64_t value, int width) {
    for (int i = 0; i < width; ++i) bytes_.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    return *this;
  }

  std::string bytes_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_BYTE_WRITER_H_
