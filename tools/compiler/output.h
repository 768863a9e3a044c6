// Where a large file is written: piece by piece, so that no one needs the whole of it in memory.

#ifndef PITH_TOOLS_COMPILER_OUTPUT_H_
#define PITH_TOOLS_COMPILER_OUTPUT_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

class Output {
 public:
  virtual ~Output() = default;
  // Writes `bytes` behind all that has been written.
  virtual absl::Status Append(absl::string_view bytes) = 0;
  // Puts `bytes` in the place of those at `at`, all of which have been written.
  virtual absl::Status Rewrite(uint64_t at, absl::string_view bytes) = 0;
};

// Keeps everything in a string.
class StringOutput : public Output {
 public:
  absl::Status Append(absl::string_view bytes) override {
    bytes_.append(bytes.data(), bytes.size());
    return absl::OkStatus();
  }
  absl::Status Rewrite(uint64_t at, absl::string_view bytes) override {
    bytes_.replace(at, bytes.size(), bytes.data(), bytes.size());
    return absl::OkStatus();
  }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_OUTPUT_H_
