// The hash that names a language block.

#ifndef PITH_TOOLS_COMPILER_WRITE_LANGUAGE_HASH_H_
#define PITH_TOOLS_COMPILER_WRITE_LANGUAGE_HASH_H_

#include <string>

#include "absl/strings/string_view.h"

namespace pith::compiler {

// BLAKE2b-256 of a block's bytes, with those of the hash and of the checksum behind it taken as zero: 32 bytes.
// `block`: at least a header.
std::string LanguageHash(absl::string_view block);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_LANGUAGE_HASH_H_
