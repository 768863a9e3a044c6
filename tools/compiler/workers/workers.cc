#include "tools/compiler/workers/workers.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/workers/messages.h"
#include "tools/compiler/workers/worker.h"

namespace pith::compiler {
namespace {

absl::Status CannotStart() {
  return absl::UnavailableError(absl::StrCat("cannot start a process: ", std::strerror(errno)));
}

// The workers of one run.
class Crew {
 public:
  Crew(size_t count, const WorkerOptions& options, WorkerTask task, WorkerTaskEnded ended)
      : end_(count), options_(options), task_(task), ended_(ended) {}
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    for (Worker& worker : workers_) Dismiss(&worker);
  }

  absl::Status Run() {
    while (true) {
      // Others take the place of the fallen. If the system allows fewer, those that there are do all the work.
      absl::Status hired = Hire();
      if (workers_.empty()) return hired;
      AwaitResults();
      for (Worker& worker : workers_) {
        if (worker.process != 0 && worker.task >= end_) Dismiss(&worker);
      }
      const auto gone = [](const Worker& worker) { return worker.process == 0; };
      workers_.erase(std::remove_if(workers_.begin(), workers_.end(), gone), workers_.end());
    }
  }

 private:
  struct Worker {
    pid_t process;  // 0 when it is gone
    int socket;
    size_t task;
    bool fresh;  // this is its first task
  };

  // Starts workers until there are enough for the jobs and the tasks.
  absl::Status Hire() {
    while (workers_.size() < options_.jobs && (!again_.empty() || next_ < end_)) {
      int sockets[2];
      if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) return CannotStart();
      const pid_t parent = getpid(), process = fork();
      if (process == 0) {
        // A socket ends when the last process that holds it does, so none may hold another's.
        for (const Worker& other : workers_) close(other.socket);
        close(sockets[0]);
        Work(sockets[1], parent, options_, task_);
      }
      absl::Status forked = process < 0 ? CannotStart() : absl::OkStatus();
      close(sockets[1]);
      if (!forked.ok()) {
        close(sockets[0]);
        return forked;
      }
      workers_.push_back({process, sockets[0], 0, true});
      if (again_.empty()) {
        Give(next_++, &workers_.back());
      } else {
        Give(again_.back(), &workers_.back());
        again_.pop_back();
      }
    }
    return absl::OkStatus();
  }

  // Returns how it ended.
  static int Dismiss(Worker* worker) {
    kill(worker->process, SIGKILL);  // says nothing to one that has ended by itself
    int status = 0;
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR) continue;
    close(worker->socket);
    worker->process = 0;
    return status;
  }

  // If the worker has ended meanwhile, that is noticed when its result is read.
  static void Give(size_t task, Worker* worker) {
    worker->task = task;
    const uint64_t number = task;
    Send(worker->socket, &number, sizeof number);
  }

  // Waits until a worker has a result or has ended, and deals with all of which that is so.
  void AwaitResults() {
    std::vector<pollfd> sockets;
    for (const Worker& worker : workers_) sockets.push_back({worker.socket, POLLIN, 0});
    if (poll(sockets.data(), sockets.size(), -1) < 0) return;  // interrupted
    for (size_t i = 0; i < sockets.size(); ++i) {
      if (sockets[i].revents != 0) TakeResult(&workers_[i]);
    }
  }

  void TakeResult(Worker* worker) {
    const size_t task = worker->task;
    ResultHead head;
    std::string bytes;
    bool whole = Receive(worker->socket, &head, sizeof head);
    if (whole) {
      bytes.resize(head.size);
      whole = Receive(worker->socket, bytes.data(), bytes.size());
    }
    if (whole) {
      worker->fresh = false;
      const auto code = static_cast<absl::StatusCode>(head.code);
      Ended(task,
            code == absl::StatusCode::kOk ? absl::StatusOr<std::string>(std::move(bytes)) : absl::Status(code, bytes));
      if (next_ < end_) {
        Give(next_++, worker);
      } else {
        Dismiss(worker);
      }
      return;
    }
    const bool fresh = worker->fresh;
    const int status = Dismiss(worker);
    if (fresh) {
      Ended(task, absl::AbortedError(EndOfWorker(status, options_)));
    } else {
      again_.push_back(task);  // what an earlier task left behind may have been the cause
    }
  }

  void Ended(size_t task, absl::StatusOr<std::string> result) {
    if (task < end_ && !ended_(task, std::move(result))) end_ = task;
    again_.erase(std::remove_if(again_.begin(), again_.end(), [this](size_t other) { return other >= end_; }),
                 again_.end());
  }

  size_t next_ = 0;            // the first task that is not begun
  size_t end_;                 // of the tasks that are wanted
  std::vector<size_t> again_;  // for fresh workers
  const WorkerOptions& options_;
  const WorkerTask task_;
  const WorkerTaskEnded ended_;
  std::vector<Worker> workers_;
};

}  // namespace

absl::Status RunInWorkers(size_t count, const WorkerOptions& options, WorkerTask task, WorkerTaskEnded ended) {
  return Crew(count, options, task, ended).Run();
}

}  // namespace pith::compiler
