// File descriptors, and what the system says when it fails. For the files of this folder.

#ifndef PITH_TOOLS_COMPILER_READ_DESCRIPTOR_H_
#define PITH_TOOLS_COMPILER_READ_DESCRIPTOR_H_

#include <unistd.h>

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// A file descriptor that is closed on every exit path.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }

  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }
  // Some file systems report a failed write only here.
  bool Close() { return close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

// The system's last error, as files.h sorts them, with "`path`: `what`: " before it.
absl::Status SystemError(absl::string_view what, const std::string& path);

// Writes all the bytes where the descriptor stands, or at `at`.
bool WriteAll(int fd, absl::string_view bytes);
bool WriteAllAt(int fd, absl::string_view bytes, uint64_t at);

std::string FolderOf(const std::string& path);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_DESCRIPTOR_H_
