// A file's bytes, mapped where that is possible.

#ifndef PITH_TOOLS_PITH_MAPPED_FILE_H_
#define PITH_TOOLS_PITH_MAPPED_FILE_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// Owns the bytes; they stay where they are for as long as it lives. If the file gets shorter meanwhile, or its medium
// is pulled, reading what is gone ends the process with exit 1 and words that name the file.
class MappedFile {
 public:
  // Regular files are mapped, all else (a pipe) is read: no further than its first bytes if these are not `beginning`.
  // Errors: as ReadFile of tools/compiler/read/files.h.
  static absl::StatusOr<std::unique_ptr<MappedFile>> Open(const std::string& path, absl::string_view beginning = {});

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  const void* data() const { return mapped_ != nullptr ? mapped_ : bytes_.data(); }
  size_t size() const { return mapped_ != nullptr ? size_ : bytes_.size(); }
  absl::string_view contents() const { return {static_cast<const char*>(data()), size()}; }

 private:
  MappedFile() = default;

  void* mapped_ = nullptr;
  size_t size_ = 0;
  std::string bytes_;  // of what cannot be mapped
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_MAPPED_FILE_H_
