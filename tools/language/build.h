// Makes the bytes of a language block (engine/language/language.h) from its sources.

#ifndef PITH_TOOLS_LANGUAGE_BUILD_H_
#define PITH_TOOLS_LANGUAGE_BUILD_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "tools/language/source.h"

namespace pith::model {

// The size limits of a block. The most frequent words take at most `word_bytes`, and with the relatives of the most
// frequent families the block has at most `bytes` bytes. The reader is added to that, with the vectors of `vectors`
// words; if that is 0, there is no reader.
struct Profile {
  const char* name;
  uint32_t bytes;
  uint32_t word_bytes;
  uint32_t vectors;
};

// "tiny", "standard" or "full".
absl::StatusOr<Profile> ProfileOf(const std::string& name);

// The same sources and profile always give the same bytes. Errors: a source that contradicts itself or does not fit.
absl::StatusOr<std::string> BuildLanguage(const Source& source, const Profile& profile);

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_BUILD_H_
