// Makes the bytes of a language block (engine/language/language.h) from its sources.

#ifndef PITH_TOOLS_LANGUAGE_BUILD_H_
#define PITH_TOOLS_LANGUAGE_BUILD_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "tools/language/source.h"

namespace pith::model {

// How large a block may become: without the reader `bytes`, of which the most frequent words fill `word_share` per cent
// of what the fixed sections leave and the relatives of the most frequent families the rest. The reader comes beside
// them with the vectors of `vectors` words, not at all with 0.
struct Profile {
  const char* name;
  uint32_t bytes;
  uint32_t word_share;
  uint32_t vectors;
};

// "tiny", "standard" or "full".
absl::StatusOr<Profile> ProfileOf(const std::string& name);

// The same sources and profile give the same bytes. Errors: a source that contradicts itself, or does not fit.
absl::StatusOr<std::string> BuildLanguage(const Source& source, const Profile& profile);

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_BUILD_H_
