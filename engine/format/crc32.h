// The checksum of sections.

#ifndef PITH_ENGINE_FORMAT_CRC32_H_
#define PITH_ENGINE_FORMAT_CRC32_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

// CRC-32 as in zlib, gzip and PNG (polynomial 0xEDB88320, reflected). O(size), with a table of 64 bytes. `before`: the
// checksum of the preceding bytes, to continue from.
uint32_t Crc32(Bytes bytes, uint32_t before = 0);

// The checksum of a header and its section table, which has itself in the four bytes at `at`: those count as zero.
uint32_t HeaderCrc32(Bytes header_and_table, uint64_t at);

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_CRC32_H_
