#include "tools/pith/mapped_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/messages.h"

namespace pith::command {
namespace {

constexpr uint64_t kMaxUnmappedBytes = uint64_t{1} << 32;

// A mapping, and what is said if its bytes can no longer be read: the file was made shorter, or its medium is gone.
struct Mapping {
  uintptr_t begin, end;
  std::string message;
};

// Read by the handler of SIGBUS. Only the main thread maps files.
std::vector<Mapping>& Mappings() {
  static auto* const mappings = new std::vector<Mapping>;
  return *mappings;
}

void HandleBusError(int, siginfo_t* info, void*) {
  const auto at = reinterpret_cast<uintptr_t>(info->si_addr);
  for (const Mapping& mapping : Mappings()) {
    if (at < mapping.begin || at >= mapping.end) continue;
    const ssize_t written = write(STDERR_FILENO, mapping.message.data(), mapping.message.size());
    static_cast<void>(written);
    _exit(1);
  }
  signal(SIGBUS, SIG_DFL);  // an error of another kind: it comes again, and ends the process as it would have
}

void Guard(const void* data, size_t size, const std::string& path) {
  const absl::Status status =
      absl::InvalidArgumentError(absl::StrCat(path,
                                              ": bytes that were there when it was opened can no longer be read: "
                                              "the file was changed in place, or its medium is gone"));
  const auto begin = reinterpret_cast<uintptr_t>(data);
  Mappings().push_back({begin, begin + size, ErrorLine(compiler::AtFile(status, path))});
  struct sigaction action = {};
  action.sa_sigaction = &HandleBusError;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGBUS, &action, nullptr);
}

}  // namespace

absl::StatusOr<std::unique_ptr<MappedFile>> MappedFile::Open(const std::string& path, absl::string_view beginning) {
  std::unique_ptr<MappedFile> file(new MappedFile);
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
    const size_t size = static_cast<size_t>(info.st_size);
    void* const mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (mapped != MAP_FAILED) {
      file->mapped_ = mapped;
      file->size_ = size;
      Guard(mapped, size, path);
    }
  }
  if (file->mapped_ == nullptr) {
    // Also the way to a good message where the file could not be opened.
    const std::string readable = fd >= 0 ? "/dev/fd/" + std::to_string(fd) : path;
    absl::StatusOr<std::string> bytes = compiler::ReadFile(readable, kMaxUnmappedBytes, beginning);
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
  if (mapped_ == nullptr) return;
  munmap(mapped_, size_);
  std::vector<Mapping>& mappings = Mappings();
  const auto begin = reinterpret_cast<uintptr_t>(mapped_);
  mappings.erase(std::remove_if(mappings.begin(), mappings.end(),
                                [begin](const Mapping& mapping) { return mapping.begin == begin; }),
                 mappings.end());
}

}  // namespace pith::command
