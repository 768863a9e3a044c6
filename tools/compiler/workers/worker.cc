#include "tools/compiler/workers/worker.h"

#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>

#include "absl/strings/str_cat.h"
#include "tools/compiler/workers/messages.h"

namespace pith::compiler {
namespace {

// How a worker ends that gets no more memory. Nothing else in this program ends so.
constexpr int kOutOfMemoryExit = 117;

// The addresses that this process has mapped, in bytes; 0 where the system does not say.
uint64_t AddressSpace() {
  std::FILE* const file = std::fopen("/proc/self/statm", "re");
  if (file == nullptr) return 0;
  unsigned long pages = 0;
  const int read = std::fscanf(file, "%lu", &pages);
  std::fclose(file);
  return read == 1 ? uint64_t{pages} * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

// Counted from what the process has already, so that neither the models nor an earlier task takes from this one's.
// Never more than `user`, the limit that the process came with.
void AllowMemory(uint64_t bytes, rlimit user) {
  const uint64_t used = bytes == 0 ? 0 : AddressSpace();
  if (used == 0) return;
  user.rlim_cur = std::min<rlim_t>(used + bytes, user.rlim_cur);
  setrlimit(RLIMIT_AS, &user);
}

// A signal ends the process when it has computed for that long; 0: never.
void AllowSeconds(uint32_t seconds) {
  itimerval timer = {};
  timer.it_value.tv_sec = static_cast<time_t>(seconds);
  setitimer(ITIMER_PROF, &timer, nullptr);
}

// Ends with the parent: what it computes is of use to nobody else.
void FollowParent(pid_t parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != parent) _exit(1);  // it had ended before it could be followed
}

absl::StatusOr<std::string> Run(WorkerTask task, size_t number) {
  // The compiler throws nothing on purpose, but the libraries that it uses may.
  try {
    return task(number);
  } catch (const std::exception& error) {
    return absl::AbortedError(absl::StrCat("crashed: ", error.what()));
  } catch (...) {
    return absl::AbortedError("crashed: an unknown exception");
  }
}

}  // namespace

void Work(int socket, pid_t parent, const WorkerOptions& options, WorkerTask task) {
  FollowParent(parent);
  // Not an exception: no code of a task runs on without memory, and the next task starts in a fresh process.
  std::set_new_handler([] { _exit(kOutOfMemoryExit); });
  rlimit memory = {RLIM_INFINITY, RLIM_INFINITY};
  getrlimit(RLIMIT_AS, &memory);
  for (uint64_t number; Receive(socket, &number, sizeof number);) {
    AllowMemory(options.task_bytes, memory);
    AllowSeconds(options.task_seconds);
    const absl::StatusOr<std::string> result = Run(task, number);
    AllowSeconds(0);
    const absl::string_view bytes = result.ok() ? absl::string_view(*result) : result.status().message();
    const ResultHead head = {bytes.size(), static_cast<int64_t>(result.status().code())};
    if (!Send(socket, &head, sizeof head) || !Send(socket, bytes.data(), bytes.size())) break;
  }
  _exit(0);  // not exit: what the parent has yet to print is its own
}

std::string EndOfWorker(int wait_status, const WorkerOptions& options) {
  if (WIFEXITED(wait_status)) {
    if (WEXITSTATUS(wait_status) != kOutOfMemoryExit) {
      return absl::StrCat("crashed: exit code ", WEXITSTATUS(wait_status));
    }
    if (options.task_bytes == 0) return "takes more memory than there is";
    return absl::StrCat("takes more than ", options.task_bytes >> 20, " MiB of memory");
  }
  const int signal = WTERMSIG(wait_status);
  if (signal == SIGPROF) {
    return absl::StrCat("takes more than ", options.task_seconds, options.task_seconds == 1 ? " second" : " seconds");
  }
  // What the system does when the machine has no more memory.
  if (signal == SIGKILL) return "crashed: Killed, maybe for want of memory";
  return absl::StrCat("crashed: ", strsignal(signal));
}

}  // namespace pith::compiler
