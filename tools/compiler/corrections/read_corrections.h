// Reads a file of corrections. docs/corrections.md describes its form.

#ifndef PITH_TOOLS_COMPILER_CORRECTIONS_READ_CORRECTIONS_H_
#define PITH_TOOLS_COMPILER_CORRECTIONS_READ_CORRECTIONS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/corrections/corrections.h"

namespace pith::compiler {

inline constexpr uint64_t kMaxCorrectionsBytes = 4u << 20;

// `contents` are those of the file at `path`. InvalidArgument, with file and line, for one thing that is not
// understood: TOML that is none, an unknown sort or field (with the one probably meant), a value of the wrong type, a
// field that is missing. O(size).
absl::StatusOr<std::shared_ptr<const Corrections>> ReadCorrections(const std::string& path, absl::string_view contents);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CORRECTIONS_READ_CORRECTIONS_H_
