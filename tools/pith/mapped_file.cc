#include "tools/pith/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

#include "absl/strings/str_replace.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/place.h"

namespace pith::command {
namespace {

constexpr uint64_t kMaxUnmappedBytes = uint64_t{1} << 32;

}  // namespace

absl::StatusOr<std::unique_ptr<MappedFile>> MappedFile::Open(const std::string& path) {
  std::unique_ptr<MappedFile> file(new MappedFile);
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
    const size_t size = static_cast<size_t>(info.st_size);
    void* const mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (mapped != MAP_FAILED) {
      file->mapped_ = mapped;
      file->size_ = size;
    }
  }
  if (file->mapped_ == nullptr) {
    // Also the way to a good message where the file could not be opened.
    const std::string readable = fd >= 0 ? "/dev/fd/" + std::to_string(fd) : path;
    absl::StatusOr<std::string> bytes = compiler::ReadFile(readable, kMaxUnmappedBytes);
    if (fd >= 0) close(fd);
    if (!bytes.ok()) {
      // Named as it was typed.
      return compiler::AtFile(
          absl::Status(bytes.status().code(), absl::StrReplaceAll(bytes.status().message(), {{readable, path}})), path);
    }
    file->bytes_ = *std::move(bytes);
    return file;
  }
  close(fd);
  return file;
}

MappedFile::~MappedFile() {
  if (mapped_ != nullptr) munmap(mapped_, size_);
}

}  // namespace pith::command
