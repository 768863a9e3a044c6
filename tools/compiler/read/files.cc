#include "tools/compiler/read/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/descriptor.h"
#include "tools/compiler/read/new_file.h"

namespace pith::compiler {
absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit, absl::string_view beginning) {
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
  // Read until the end, not up to the reported size: pipes report none, and files grow.
  constexpr size_t kStep = 1 << 18;
  bytes.reserve(stated + kStep);  // the end is found by reading beyond it
  while (true) {
    const size_t size = bytes.size();
    const size_t step = static_cast<size_t>(
        std::min<uint64_t>(std::max<uint64_t>(stated - std::min<uint64_t>(size, stated), kStep), limit + 1 - size));
    bytes.resize(size + step);
    const ssize_t n = read(file.get(), &bytes[size], step);
    if (n < 0 && errno != EINTR) return SystemError("cannot read", path);
    bytes.resize(size + static_cast<size_t>(std::max<ssize_t>(n, 0)));
    if (n == 0 || (bytes.size() >= beginning.size() && !absl::StartsWith(bytes, beginning))) return bytes;
    if (bytes.size() > limit) return too_large;
  }
}

absl::StatusOr<std::string> ReadBeginning(const std::string& path, size_t size) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return SystemError("cannot open", path);
  std::string bytes(size, '\0');
  size_t done = 0;
  while (done < size) {
    const ssize_t n = read(file.get(), &bytes[done], size - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return SystemError("cannot read", path);
    if (n == 0) break;
    done += static_cast<size_t>(n);
  }
  bytes.resize(done);
  return bytes;
}

absl::Status CheckReadable(const std::string& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.ok() ? absl::OkStatus() : SystemError("cannot open", path);
}

absl::Status WriteFileAtomically(const std::string& path, absl::string_view bytes) {
  absl::StatusOr<NewFile> file = NewFile::Create(path);
  if (!file.ok()) return file.status();
  if (absl::Status status = file->Append(bytes); !status.ok()) return status;
  return file->Commit();
}

}  // namespace pith::compiler
