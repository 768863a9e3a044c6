#include "tools/compiler/read/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

// A file descriptor that is closed on every exit path.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
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

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

constexpr absl::string_view kTemporaryPrefix = ".pith-", kTemporarySuffix = ".tmp";

// Whether a temporary file is that of a process that no longer runs on this machine.
bool IsOfNobody(absl::string_view name) {
  int process = 0;
  if (!absl::ConsumePrefix(&name, kTemporaryPrefix) || !absl::ConsumeSuffix(&name, kTemporarySuffix)) return false;
  return absl::SimpleAtoi(name.substr(0, name.find('-')), &process) && process > 0 && kill(process, 0) != 0 &&
         errno == ESRCH;
}

// Removes the temporary files of writers that were killed. A writer keeps its own locked, for those that run on another
// machine and share the disk. Best effort.
void RemoveAbandoned(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> listed(opendir(folder.c_str()), &closedir);
  if (listed == nullptr) return;
  while (const dirent* const entry = readdir(listed.get())) {
    if (!IsOfNobody(entry->d_name)) continue;
    const std::string path = absl::StrCat(folder, "/", entry->d_name);
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.ok() && flock(file.get(), LOCK_EX | LOCK_NB) == 0) unlink(path.c_str());
  }
}

// Writes the new file next to `path` and moves it there. `mode` holds the old file's permissions, if there is one.
absl::Status Replace(const std::string& path, absl::string_view bytes, bool existed, mode_t mode) {
  const std::string folder = FolderOf(path);
  RemoveAbandoned(folder);
  std::string temporary;
  int raw = -1;
  for (int i = 0; i < 100 && raw < 0; ++i) {
    temporary = absl::StrCat(folder, "/", kTemporaryPrefix, getpid(), "-", i, kTemporarySuffix);
    raw = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (raw < 0 && errno != EEXIST) break;
  }
  Descriptor file(raw);
  if (!file.ok()) return SystemError("cannot create a file in its folder", path);
  flock(raw, LOCK_EX | LOCK_NB);  // until it has its name
  const bool written = (!existed || fchmod(file.get(), mode & 07777) == 0) && WriteAll(file.get(), bytes) &&
                       fsync(file.get()) == 0 && file.Close() && rename(temporary.c_str(), path.c_str()) == 0;
  if (!written) {
    const absl::Status status = SystemError("cannot write", path);
    unlink(temporary.c_str());
    return status;
  }
  // The new name must reach the disk too. Not every file system can sync a folder; if it cannot, the file's contents
  // are safe already.
  Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.ok()) fsync(directory.get());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit) {
  const bool standard_input = path == "-";
  Descriptor file(standard_input ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return SystemError("cannot open", path);
  struct stat info;
  if (fstat(file.get(), &info) != 0) return SystemError("cannot read", path);
  if (S_ISDIR(info.st_mode)) return absl::InvalidArgumentError(absl::StrCat(path, ": is a folder, not a file"));
  const absl::Status too_large =
      absl::InvalidArgumentError(absl::StrCat(path, ": larger than the limit of ", limit, " bytes"));
  const uint64_t stated = S_ISREG(info.st_mode) ? static_cast<uint64_t>(info.st_size) : 0;
  if (stated > limit) return too_large;

  std::string bytes;
  bytes.reserve(stated + 1);
  // Read until the end, not up to the reported size: pipes report none, and files grow.
  constexpr size_t kStep = 1 << 18;
  while (true) {
    const size_t size = bytes.size();
    const size_t step = static_cast<size_t>(
        std::min<uint64_t>(std::max<uint64_t>(stated - std::min<uint64_t>(size, stated), kStep), limit + 1 - size));
    bytes.resize(size + step);
    const ssize_t n = read(file.get(), &bytes[size], step);
    if (n < 0 && errno != EINTR) return SystemError("cannot read", path);
    bytes.resize(size + static_cast<size_t>(std::max<ssize_t>(n, 0)));
    if (n == 0) return bytes;
    if (bytes.size() > limit) return too_large;
  }
}

absl::Status CheckReadable(const std::string& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.ok() ? absl::OkStatus() : SystemError("cannot open", path);
}

absl::Status WriteFileAtomically(const std::string& path, absl::string_view bytes) {
  if (path == "-") {
    return WriteAll(STDOUT_FILENO, bytes) ? absl::OkStatus() : SystemError("cannot write", "standard output");
  }
  struct stat info;
  const bool exists = stat(path.c_str(), &info) == 0;
  if (!exists && errno != ENOENT) return SystemError("cannot write", path);
  if (!exists) return Replace(path, bytes, false, 0);
  if (S_ISREG(info.st_mode)) {
    if (access(path.c_str(), W_OK) != 0) return SystemError("cannot write", path);
    const std::unique_ptr<char, decltype(&free)> real(realpath(path.c_str(), nullptr), &free);
    return Replace(real == nullptr ? path : std::string(real.get()), bytes, true, info.st_mode);
  }
  Descriptor file(open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.ok() || !WriteAll(file.get(), bytes) || !file.Close()) return SystemError("cannot write", path);
  return absl::OkStatus();
}

}  // namespace pith::compiler
