#include "tools/compiler/read/filter.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/descriptor.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

// The shell with the command, reading `in` and writing `out`; -1 if there is no process to be had.
pid_t Start(const std::string& command, int in, int out) {
  const pid_t child = fork();
  if (child != 0) return child;
  if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0) {
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  }
  _exit(127);
}

// Reads to the end, or to one byte above the limit.
std::string ReadAll(int fd, uint64_t limit) {
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() <= limit) {
    const ssize_t n = read(fd, buffer, sizeof(buffer));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    bytes.append(buffer, static_cast<size_t>(n));
  }
  return bytes;
}

// "ended with exit 3", or "" for one that went well.
std::string Failure(int status) {
  if (WIFEXITED(status)) return WEXITSTATUS(status) == 0 ? "" : absl::StrCat("ended with exit ", WEXITSTATUS(status));
  return absl::StrCat("was ended by signal ", WTERMSIG(status));
}

}  // namespace

absl::StatusOr<std::string> RunFilter(const std::string& command, const std::string& path, uint64_t limit) {
  const int in = path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (in < 0) return SystemError("cannot open", path);
  int out[2];
  if (pipe2(out, O_CLOEXEC) != 0) {
    close(in);
    return SystemError("cannot start the filter", path);
  }
  const pid_t child = Start(command, in, out[1]);
  const absl::Status failed = child < 0 ? SystemError("cannot start the filter", path) : absl::OkStatus();
  close(in);
  close(out[1]);
  std::string bytes = failed.ok() ? ReadAll(out[0], limit) : "";
  close(out[0]);
  if (!failed.ok()) return failed;
  const bool too_large = bytes.size() > limit;
  if (too_large) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const std::string failure = too_large ? absl::StrCat("wrote more than ", limit, " bytes") : Failure(status);
  if (failure.empty()) return bytes;
  return AtFile(absl::InvalidArgumentError(absl::StrCat(path, ": the filter \"", command, "\" ", failure)), path);
}

}  // namespace pith::compiler
