#include "tools/compiler/read/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {

absl::Status SystemError(absl::string_view what, const std::string& path) {
  const int error = errno;
  const std::string message = absl::StrCat(path, ": ", what, ": ", std::strerror(error));
  const auto at = [&path](absl::Status status) { return AtFile(std::move(status), path); };
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return at(absl::NotFoundError(message));
    case EACCES:
    case EPERM:
    case EROFS:
      return at(absl::PermissionDeniedError(message));
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return at(absl::ResourceExhaustedError(message));
    default:
      return at(absl::UnavailableError(message));
  }
}

bool WriteAll(int fd, absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(fd, bytes.data(), std::min<size_t>(bytes.size(), 1u << 30));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

bool WriteAllAt(int fd, absl::string_view bytes, uint64_t at) {
  while (!bytes.empty()) {
    const ssize_t n = pwrite(fd, bytes.data(), std::min<size_t>(bytes.size(), 1u << 30), static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
    at += static_cast<uint64_t>(n);
  }
  return true;
}

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace pith::compiler
